package io.hearthwatch.cli;

import io.hearthwatch.domain.household.EventId;
import io.hearthwatch.wire.Hit;
import io.hearthwatch.wire.LimitUsed;
import io.hearthwatch.wire.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A hit in words: what was measured, against which limit, from which records, what would clear it,
 * whom to tell.
 */
final class HitText {

  private static final int RECORDS_SHOWN = 5;

  /** Units of a matrix of programmes, whose value is always 1. */
  private static final Set<String> HOW_TOGETHER = Set.of("exclude", "higher-of", "same-cause-once");

  private final Language language;

  HitText(Language language) {
    this.language = language;
  }

  /** The heading of a hit, for instance {@code ORANGE M02 Medical share of income}. */
  String heading(Hit hit) {
    String raised =
        hit.getRaisedBy().isEmpty()
            ? ""
            : language.of("（由 %s 上调一级）", " (one tier up by %s)").formatted(hit.getRaisedBy());
    String subject = hit.getSubject().isEmpty() ? "" : "  " + hit.getSubject();
    return Words.of(hit.getUrgency().name(), language)
        + "  "
        + hit.getRuleId()
        + " "
        + language.of(hit.getRuleName())
        + subject
        + raised;
  }

  /** The lines below it. */
  List<String> lines(Hit hit) {
    List<String> lines = evidence(hit);
    lines.add(language.of("解除  ", "clears   ") + language.of(hit.getClears()));
    if (!hit.getNotify().isEmpty()) {
      lines.add(language.of("通知  ", "tell     ") + departments(hit));
    }
    return lines;
  }

  /** Those of them that show why it is true. */
  List<String> evidence(Hit hit) {
    List<String> lines = new ArrayList<>();
    for (Measured measured : hit.getMeasured()) {
      lines.add(found(measured));
    }
    for (LimitUsed limit : hit.getLimits()) {
      lines.add(held(limit));
    }
    if (hit.getRecordCount() > 0) {
      lines.add(language.of("依据  ", "records  ") + records(hit));
    }
    return lines;
  }

  /** What was found, as a line. */
  String found(Measured measured) {
    return language.of("查得  ", "found    ") + measured(measured);
  }

  /** Against what it was held, as a line. */
  String held(LimitUsed limit) {
    return language.of("标准  ", "limit    ") + limit(limit);
  }

  String measured(Measured measured) {
    String value =
        (Amount.of(measured.getValue(), measured.getUnit())
                + " "
                + Words.of(measured.getUnit(), language))
            .strip();
    String when =
        measured.getFromDate().equals(measured.getToDate())
            ? measured.getToDate().toString()
            : measured.getFromDate() + language.of(" 至 ", " to ") + measured.getToDate();
    String what = Words.of(measured.getIndicator(), language);
    return measured.getIndicator().startsWith("happened.")
        ? what + language.of("，", " on ") + when
        : what + " " + value + language.of("（", " (") + when + language.of("）", ")");
  }

  String limit(LimitUsed limit) {
    String key = limit.getKey().isEmpty() ? "" : " [" + limit.getKey() + "]";
    String region =
        limit.getRegionPrefix().isEmpty()
            ? language.of("全国", "the nation")
            : limit.getRegionPrefix();
    return (limit.getParameter() + key + " " + held(limit.getValue(), limit.getUnit())).strip()
        + language.of("（", " (")
        + region
        + language.of("，自 ", ", since ")
        + limit.getFromDate()
        + language.of("）", ")");
  }

  /** An amount; of two programmes how they go together. */
  private String held(long value, String unit) {
    String word = Words.of(unit, language);
    return HOW_TOGETHER.contains(unit) ? word : Amount.of(value, unit) + " " + word;
  }

  private String departments(Hit hit) {
    return hit.getNotify().stream()
        .map(code -> Words.of("department." + code, language, code))
        .collect(Collectors.joining(language.of("、", ", ")));
  }

  private String records(Hit hit) {
    String shown =
        hit.getRecords().stream()
            .limit(RECORDS_SHOWN)
            .map(EventId::shortText)
            .collect(Collectors.joining(" "));
    int more = hit.getRecordCount() - Math.min(RECORDS_SHOWN, hit.getRecords().size());
    return more == 0 ? shown : shown + language.of("，另有 %d 条", " and %d more").formatted(more);
  }
}
