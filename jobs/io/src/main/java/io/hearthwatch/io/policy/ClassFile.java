package io.hearthwatch.io.policy;

import io.hearthwatch.domain.policy.Text;
import io.hearthwatch.domain.rule.ClassRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads by which figures a household belongs into a class. */
final class ClassFile {

  private static final int MOST_CLASSES = 100;

  private ClassFile() {}

  /** The class; empty where something is wrong with it, which has been reported. */
  static Optional<ClassRule> read(String path, YamlFields fields, Problems problems) {
    int before = problems.found().size();
    String id = fields.code("id");
    if (id != null && !path.equals("classes/" + id + ".yaml")) {
      problems.add(fields.place("id"), "the file of " + id + " must be classes/" + id + ".yaml");
    }
    Text name = Texts.read(fields, "name");
    Long order = fields.wholeNumber("order", 1, MOST_CLASSES);
    List<ClassRule.Entry> entries = new ArrayList<>();
    for (YamlFields entry : fields.list("entries")) {
      entry(entry, problems).ifPresent(entries::add);
    }
    fields.refuseUnknown();
    return problems.found().size() > before
        ? Optional.empty()
        : Optional.of(
            new ClassRule(id, name, order.intValue(), entries, fields.place("id").toString()));
  }

  private static Optional<ClassRule.Entry> entry(YamlFields fields, Problems problems) {
    int before = problems.found().size();
    String region = fields.quoted("region");
    LocalDate from = fields.day("from");
    List<ClassRule.Variant> variants = new ArrayList<>();
    if (fields.has("variants")) {
      for (YamlFields variant : fields.list("variants")) {
        variants.add(
            new ClassRule.Variant(
                variant.code("id"), variant.text("when"), variant.optionalText("entitlement")));
        variant.refuseUnknown();
      }
    }
    String source = fields.text("source");
    fields.refuseUnknown();
    return problems.found().size() > before
        ? Optional.empty()
        : Optional.of(new ClassRule.Entry(region, (int) from.toEpochDay(), variants, source));
  }
}
