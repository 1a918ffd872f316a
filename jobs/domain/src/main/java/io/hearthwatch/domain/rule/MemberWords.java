package io.hearthwatch.domain.rule;

import static io.hearthwatch.domain.household.EventType.*;
import static io.hearthwatch.domain.rule.Words.*;

import java.util.function.Supplier;

/** Words about the members: who they are, what befell them, whether they work and learn. */
final class MemberWords {

  private MemberWords() {}

  static void addTo(Words words, Supplier<Indicators> asked) {
    words
        .reading()
        .of(MEMBER, "present", BOOL, args(), a -> asked.get().members().present(person(a)))
        .of(MEMBER, "joinedOn", INT, args(), a -> asked.get().members().joinedOn(person(a)))
        .of(
            MEMBER,
            "ageOn",
            INT,
            args(INT),
            a -> asked.get().members().ageOn(person(a), (Long) a[1]))
        .of(
            MEMBER,
            "died",
            BOOL,
            args(WINDOW),
            a -> asked.get().members().died(person(a), (Window) a[1]))
        .of(
            MEMBER,
            "leftFor",
            BOOL,
            args(STRINGS, WINDOW),
            a -> asked.get().members().leftFor(person(a), texts(a[1]), (Window) a[2]))
        .say(
            "livesAloneFrom",
            BOOL,
            args(INT),
            a -> asked.get().members().livesAloneFrom((Long) a[0]));
    disability(words, asked);
    work(words, asked);
    health(words, asked);
    school(words, asked);
  }

  private static void disability(Words words, Supplier<Indicators> asked) {
    words
        .reading(DISABILITY_GRADED)
        .of(
            MEMBER,
            "becameSeverelyDisabled",
            BOOL,
            args(WINDOW),
            a -> asked.get().disabilities().becameSevere(person(a), (Window) a[1]))
        .of(
            MEMBER,
            "disabledSince",
            INT,
            args(),
            a -> asked.get().disabilities().since(person(a), false))
        .of(
            MEMBER,
            "severelyDisabledSince",
            INT,
            args(),
            a -> asked.get().disabilities().since(person(a), true))
        .say("disabledMembers", INT, args(), a -> asked.get().disabilities().members())
        .say(
            "oldBesideDisabled",
            BOOL,
            args(INT),
            a -> asked.get().disabilities().oldBesideDisabled((Long) a[0]));
  }

  private static void work(Words words, Supplier<Indicators> asked) {
    words
        .reading(EMPLOYMENT_CHANGED)
        .say("workers", INT, args(), a -> asked.get().work().workers())
        .of(
            MEMBER,
            "lostWork",
            BOOL,
            args(WINDOW),
            a -> asked.get().work().lost(person(a), (Window) a[1]))
        .of(MEMBER, "workChangedOn", INT, args(), a -> asked.get().work().changedOn(person(a)));
    words
        .reading(EMPLOYMENT_CHANGED, DISABILITY_GRADED)
        .say("otherWorkers", INT, args(INT), a -> asked.get().work().otherWorkers((Long) a[0]));
  }

  private static void health(Words words, Supplier<Indicators> asked) {
    words
        .reading(DIAGNOSIS_MADE)
        .of(
            MEMBER,
            "newlyDiagnosed",
            BOOL,
            args(STRING, WINDOW),
            a -> asked.get().health().newlyDiagnosed(person(a), (String) a[1], (Window) a[2]));
    words
        .reading(INSURANCE_CHANGED)
        .of(MEMBER, "uninsured", BOOL, args(), a -> asked.get().health().uninsured(person(a)));
  }

  private static void school(Words words, Supplier<Indicators> asked) {
    words
        .reading(SCHOOL_STATUS_CHANGED)
        .of(MEMBER, "enrolled", BOOL, args(), a -> asked.get().schooling().enrolled(person(a)))
        .of(
            MEMBER,
            "schoolChangedOn",
            INT,
            args(),
            a -> asked.get().schooling().changedOn(person(a)))
        .of(
            MEMBER,
            "graduatedFrom",
            BOOL,
            args(STRINGS),
            a -> asked.get().schooling().graduatedFrom(person(a), texts(a[1])));
  }
}
