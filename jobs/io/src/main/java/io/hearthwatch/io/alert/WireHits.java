package io.hearthwatch.io.alert;

import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.domain.rule.Rule;
import io.hearthwatch.wire.Hit;
import io.hearthwatch.wire.LimitUsed;
import io.hearthwatch.wire.Measured;
import io.hearthwatch.wire.Text;
import io.hearthwatch.wire.Urgency;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Hits as the contracts have them, with what the bundle knows about their rules. */
final class WireHits {

  private final Map<String, Rule> rules;

  WireHits(PolicyBundle bundle) {
    rules = bundle.rules().stream().collect(Collectors.toMap(Rule::id, Function.identity()));
  }

  List<Hit> of(List<io.hearthwatch.domain.rule.Hit> hits) {
    return hits.stream().map(this::of).toList();
  }

  private Hit of(io.hearthwatch.domain.rule.Hit hit) {
    Rule rule = rules.get(hit.ruleId());
    return Hit.newBuilder()
        .setRuleId(hit.ruleId())
        .setRuleName(text(rule.name()))
        .setCategory(rule.category())
        .setSubject(hit.subject())
        .setUrgency(Urgency.valueOf(hit.urgency().name()))
        .setRaisedBy(hit.raisedBy())
        .setMeasure(hit.measure())
        .setMeasured(hit.measured().stream().map(WireHits::of).toList())
        .setLimits(hit.limits().stream().map(WireHits::of).toList())
        .setRecords(hit.records())
        .setRecordCount(hit.recordCount())
        .setClears(text(rule.clears()))
        .setNotify(hit.addressees())
        .build();
  }

  static Measured of(io.hearthwatch.domain.rule.Measured measured) {
    return new Measured(
        measured.indicator(),
        measured.window(),
        LocalDate.ofEpochDay(measured.fromDay()),
        LocalDate.ofEpochDay(measured.toDay()),
        measured.value(),
        measured.unit());
  }

  static LimitUsed of(io.hearthwatch.domain.rule.LimitUsed limit) {
    return new LimitUsed(
        limit.parameter(),
        limit.key(),
        limit.value(),
        limit.unit(),
        limit.regionPrefix(),
        LocalDate.ofEpochDay(limit.fromDay()));
  }

  static Text text(io.hearthwatch.domain.policy.Text text) {
    return new Text(text.zh(), text.en());
  }
}
