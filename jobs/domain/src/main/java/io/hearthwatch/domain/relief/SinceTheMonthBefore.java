package io.hearthwatch.domain.relief;

import io.hearthwatch.domain.policy.PolicyBundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out why a month's statement differs from that of the month before. */
final class SinceTheMonthBefore {

  private final List<Statement> known;
  private final Statement now;
  private final Statement before;
  private final PolicyBundle policies;

  SinceTheMonthBefore(List<Statement> known, Statement before, PolicyBundle policies) {
    this.known = known;
    this.now = known.isEmpty() ? null : known.get(0);
    this.before = before;
    this.policies = policies;
  }

  List<StatementChange> changes() {
    return LinePair.of(lines(before), lines(now)).stream()
        .filter(pair -> !isOfTheMonthBefore(pair))
        .map(pair -> new StatementChange(pair, reasons(pair)))
        .toList();
  }

  /** A grant of the month before that was paid then, in another line: nothing of it is missing. */
  private static boolean isOfTheMonthBefore(LinePair pair) {
    return pair.after() == null && pair.beforeFen() == 0 && pair.before().grantedFen() != 0;
  }

  private static List<Statement.Line> lines(Statement statement) {
    return statement == null ? List.of() : statement.lines();
  }

  private List<ChangeReason> reasons(LinePair pair) {
    List<ChangeReason> reasons = new ArrayList<>();
    classChanged(pair).ifPresent(reasons::add);
    if (pair.after() == null) {
      takenBack(pair).ifPresent(reasons::add);
      if (reasons.isEmpty()) {
        reasons.add(new ChangeReason.NotGivenAgain());
      }
      return reasons;
    }
    corrected(pair).ifPresent(reasons::add);
    if (pair.before() == null) {
      reasons.add(0, new ChangeReason.FirstThisMonth());
    } else if (pair.beforeFen() == pair.afterFen()) {
      reasons.add(0, new ChangeReason.SameAsBefore());
    } else {
      policyChanged(pair).ifPresent(reasons::add);
      if (reasons.stream().noneMatch(reason -> explains(reason, pair))) {
        reasons.add(new ChangeReason.SetAnew());
      }
    }
    return reasons;
  }

  /** A correction explains a difference only where it began at what the month before had. */
  private static boolean explains(ChangeReason reason, LinePair pair) {
    return !(reason instanceof ChangeReason.Corrected corrected)
        || corrected.beforeFen() == pair.beforeFen();
  }

  /** A class and its programme share their name; a statement without lines names no classes. */
  private Optional<ChangeReason> classChanged(LinePair pair) {
    if (lines(now).isEmpty()) {
      return Optional.empty();
    }
    String programme = pair.line().programme();
    boolean was = now.classesBefore().contains(programme);
    boolean is = now.classes().contains(programme);
    return was == is || is && pair.after() == null
        ? Optional.empty()
        : Optional.of(new ChangeReason.ClassChanged(now.classesBefore(), now.classes()));
  }

  /** The newest day of this month's statements on which what was said before was replaced. */
  private Optional<ChangeReason> corrected(LinePair pair) {
    for (StatementAmendment amendment : StatementAmendment.of(known)) {
      for (LinePair step : amendment.lines()) {
        if (pair.isOf(step.line()) && step.replaces()) {
          return Optional.of(step.correction());
        }
      }
    }
    return Optional.empty();
  }

  private Optional<ChangeReason> takenBack(LinePair pair) {
    return known.stream()
        .flatMap(statement -> statement.lines().stream())
        .filter(pair::isOf)
        .findFirst()
        .map(said -> new ChangeReason.TakenBack(LinePair.amountFen(said)));
  }

  private Optional<ChangeReason> policyChanged(LinePair pair) {
    String key = pair.line().policy();
    if (key == null) {
      return Optional.empty();
    }
    PolicyCited was = PolicyCited.of(policies, key, before.region(), before.month());
    PolicyCited is = PolicyCited.of(policies, key, now.region(), now.month());
    return is.differsFrom(was)
        ? Optional.of(new ChangeReason.PolicyChanged(was, is))
        : Optional.empty();
  }
}
