package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.LedgerLine;
import io.hearthwatch.domain.household.body.MemberJoined;
import io.hearthwatch.domain.household.body.MemberLeft;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;

/** Who the members are, how old, and how they came and went. */
final class Members {

  private final Asked asked;

  Members(Asked asked) {
    this.asked = asked;
  }

  boolean present(String personId) {
    return asked.view().membership().isMember(personId, asked.view().asOf());
  }

  /** Everybody who is a member on the as-of date; nobody while membership is unknown. */
  List<String> allPresent() {
    return asked.view().membership().everMembers().stream().filter(this::present).toList();
  }

  /** Day of the latest joining. */
  long joinedOn(String personId) {
    LedgerLine joined = asked.view().latest(EventType.MEMBER_JOINED, personId);
    return joined == null ? Days.NONE : joined.day();
  }

  /** Full years on a day. */
  long ageOn(String personId, long day) {
    Integer birthDay = birthDay(personId);
    if (birthDay == null) {
      throw new NotAssessable("age-unknown", "");
    }
    long years = years(birthDay, day);
    asked.at("member.ageOn", (int) day, years, "count");
    return years;
  }

  /** Whether somebody is known to be so many years old on the as-of date. */
  boolean aged(String personId, long years) {
    Integer birthDay = birthDay(personId);
    return birthDay != null && years(birthDay, asked.view().asOf()) >= years;
  }

  /** Whether one person alone lives here and is so many years old. */
  boolean livesAloneFrom(long years) {
    if (!asked.view().membership().known()) {
      throw new NotAssessable("members-unknown", "");
    }
    List<String> present = allPresent();
    return present.size() == 1 && ageOn(present.get(0), asked.view().asOf()) >= years;
  }

  /** Whether this member died within the window; the latest death is told. */
  boolean died(String personId, Window window) {
    return toldWithin(asked.view().latest(EventType.MEMBER_DIED, personId), window, any -> true);
  }

  /** Whether this member left last within the window, for one of these reasons. */
  boolean leftFor(String personId, List<String> reasons, Window window) {
    return toldWithin(
        asked.view().latest(EventType.MEMBER_LEFT, personId),
        window,
        left -> reasons.contains(((MemberLeft) left.body()).reason()));
  }

  private boolean toldWithin(LedgerLine line, Window window, Predicate<LedgerLine> such) {
    boolean holds = line != null && asked.within(line, window) && such.test(line);
    if (holds) {
      asked.happened(line);
    }
    return holds;
  }

  private Integer birthDay(String personId) {
    Integer birthDay = null;
    for (LedgerLine line : asked.view().lines(EventType.MEMBER_JOINED)) {
      Integer said =
          personId.equals(line.personId()) ? ((MemberJoined) line.body()).birthDate() : null;
      birthDay = said == null ? birthDay : said;
    }
    return birthDay;
  }

  private static long years(int birthDay, long day) {
    return ChronoUnit.YEARS.between(LocalDate.ofEpochDay(birthDay), LocalDate.ofEpochDay(day));
  }
}
