package io.hearthwatch.io.policy;

import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.domain.policy.RegionCodes;
import io.hearthwatch.domain.policy.WorkingDays;
import io.hearthwatch.domain.rule.ClassRule;
import io.hearthwatch.domain.rule.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads policy files into a bundle. Nothing is guessed: unknown keys, duplicates and files that lie
 * in no known place are refused, and everything that is wrong is reported together.
 */
public final class PolicyReader {

  private static final String CALENDARS = "calendars/";
  private static final String PARAMETERS = "parameters/";
  private static final String RULES = "rules/";
  private static final String CLASSES = "classes/";
  private static final String REGIONS = "regions/";

  private final Problems problems = new Problems();
  private final ParameterFiles parameters = new ParameterFiles(problems);
  private final List<Rule> rules = new ArrayList<>();
  private final List<ClassRule> classes = new ArrayList<>();
  private WorkingDays workingDays;
  private RegionCodes regionCodes;

  private PolicyReader() {}

  /**
   * Reads a bundle.
   *
   * @param author who signed it off
   * @param message why it was changed
   * @throws PolicyException with every problem of every file
   */
  public static PolicyBundle read(PolicyFiles files, String author, String message) {
    PolicyReader reader = new PolicyReader();
    files.contents().forEach(reader::file);
    var parameters = reader.parameters.read();
    if (reader.workingDays == null) {
      reader.problems.add(new Place(CALENDARS, 1), "there is no calendar");
    }
    reader.problems.throwIfAny();
    reader.rules.sort(Comparator.comparing(Rule::id));
    return new PolicyBundle(
        files.version(),
        author,
        message,
        parameters,
        reader.rules,
        reader.classes,
        reader.workingDays,
        reader.regionCodes == null ? RegionCodes.NONE : reader.regionCodes);
  }

  private void file(String path, String content) {
    if (!path.matches(
        "(calendars|classes|regions|rules|parameters(/[a-z0-9-]+)*)/[A-Za-z0-9-]+\\.yaml")) {
      problems.add(
          new Place(path, 1),
          "no policy file lies here: rules/ID.yaml, classes/ID.yaml, parameters/ID.yaml, calendars/ID.yaml, regions/ID.yaml");
      return;
    }
    Optional<YamlFields> fields = YamlDocument.fields(path, content, problems);
    if (fields.isEmpty()) {
      return;
    }
    if (path.startsWith(PARAMETERS)) {
      parameters.add(path, fields.get());
    } else if (path.startsWith(RULES)) {
      RuleFile.read(path, fields.get(), problems).ifPresent(rules::add);
    } else if (path.startsWith(CLASSES)) {
      ClassFile.read(path, fields.get(), problems).ifPresent(classes::add);
    } else if (path.startsWith(REGIONS)) {
      if (regionCodes != null) {
        problems.add(new Place(path, 1), "there is another file of regions already");
      }
      regionCodes = RegionsFile.read(path, fields.get(), problems);
    } else {
      if (workingDays != null) {
        problems.add(new Place(path, 1), "there is another calendar already");
      }
      workingDays = CalendarFile.read(fields.get(), problems);
    }
  }
}
