package io.hearthwatch.domain.rule;

import static io.hearthwatch.domain.household.EventType.*;
import static io.hearthwatch.domain.rule.Words.*;

import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.LedgerLine;
import java.util.function.Supplier;

/** Words about classes, grants and payments. */
final class AidWords {

  private static final EventType[] CLASSES = {CLASS_RECOGNISED, CLASS_ENDED};

  private AidWords() {}

  static void addTo(Words words, Supplier<Indicators> asked) {
    classes(words, asked);
    aid(words, asked);
    grant(words, asked);
    twice(words, asked);
    referral(words, asked);
  }

  static void classLimit(Words words, Supplier<Indicators> asked) {
    words
        .reading(CLASSES)
        .say("classLimit", INT, args(STRING), a -> asked.get().parameters().ofClass((String) a[0]));
  }

  private static void classes(Words words, Supplier<Indicators> asked) {
    words
        .reading(CLASSES)
        .say("inClass", BOOL, args(STRINGS), a -> asked.get().classes().inOneOf(texts(a[0])))
        .say("inAnyClass", BOOL, args(), a -> asked.get().classes().inAny())
        .say("inNoClass", BOOL, args(WINDOW), a -> asked.get().classes().inNone((Window) a[0]))
        .say(
            "leftClass",
            BOOL,
            args(STRINGS, WINDOW),
            a -> asked.get().classes().left(texts(a[0]), (Window) a[1]))
        .say(
            "inClassSince",
            INT,
            args(STRINGS),
            a -> asked.get().classes().withoutBreakSince(texts(a[0])))
        .say("classEnds", INT, args(STRINGS), a -> asked.get().classes().ends(texts(a[0])))
        .say("inGrace", BOOL, args(), a -> asked.get().grace().isOn())
        .say("graceEnds", INT, args(), a -> asked.get().grace().ends())
        .say("graceMonth", INT, args(STRING), a -> asked.get().grace().month((String) a[0]));
    words
        .reading(CLASS_RECOGNISED, CLASS_ENDED, PAYMENT_MADE)
        .say(
            "graceEntitlement",
            INT,
            args(STRING, STRING),
            a -> asked.get().grace().entitlementFen((String) a[0], (String) a[1]));
    words
        .reading(CLASS_RECOGNISED, CLASS_ENDED, REVIEW_DONE)
        .say("lastReview", INT, args(STRINGS), a -> asked.get().classes().reviewed(texts(a[0])));
    words
        .reading(APPLICATION_MADE)
        .say("applied", BOOL, args(WINDOW), a -> asked.get().classes().applied((Window) a[0]));
  }

  private static void aid(Words words, Supplier<Indicators> asked) {
    words
        .reading(GRANT_APPROVED, PAYMENT_MADE)
        .say(
            "aidSince",
            BOOL,
            args(STRINGS, INT),
            a -> asked.get().aid().since(texts(a[0]), (Long) a[1]))
        .of(
            MEMBER,
            "aidSince",
            BOOL,
            args(STRINGS, INT),
            a -> asked.get().aid().since(person(a), texts(a[1]), (Long) a[2]));
    words
        .reading(GRANT_APPROVED)
        .say(
            "firstAidOn",
            INT,
            args(STRINGS, WINDOW),
            a -> asked.get().aid().firstOn(texts(a[0]), (Window) a[1]));
    words
        .reading(PAYMENT_MADE)
        .of(MEMBER, "paidAfterDeath", INT, args(), a -> asked.get().aid().paidAfterDeath(person(a)))
        .of(
            MEMBER,
            "paidAfterLeaving",
            INT,
            args(),
            a -> asked.get().aid().paidAfterLeaving(person(a)));
  }

  private static void grant(Words words, Supplier<Indicators> asked) {
    words
        .reading(GRANT_APPROVED)
        .of(
            GRANT,
            "within",
            BOOL,
            args(WINDOW),
            a -> asked.get().grants().within((LedgerLine) a[0], (Window) a[1]))
        .of(GRANT, "amount", INT, args(), a -> Grants.amountFen((LedgerLine) a[0]))
        .of(
            GRANT,
            "payableOn",
            INT,
            args(INT),
            a -> Grants.payableOn((LedgerLine) a[0], (Long) a[1]));
    words
        .reading(GRANT_APPROVED, PAYMENT_MADE)
        .of(GRANT, "paid", BOOL, args(), a -> asked.get().grants().paid((LedgerLine) a[0]));
  }

  private static void twice(Words words, Supplier<Indicators> asked) {
    words
        .reading(GRANT_APPROVED, PAYMENT_MADE)
        .of(
            GRANT,
            "clashes",
            BOOL,
            args(STRING, WINDOW),
            a -> asked.get().duplicates().clashes((LedgerLine) a[0], (String) a[1], (Window) a[2]))
        .of(
            GRANT,
            "excess",
            INT,
            args(STRING, WINDOW),
            a ->
                asked
                    .get()
                    .duplicates()
                    .excessFen((LedgerLine) a[0], (String) a[1], (Window) a[2]));
    words
        .reading(GRANT_APPROVED)
        .of(
            GRANT,
            "repeats",
            BOOL,
            args(STRING, WINDOW),
            a -> asked.get().duplicates().repeats((LedgerLine) a[0], (String) a[1], (Window) a[2]));
    words
        .reading()
        .of(
            MEMBER,
            "memberElsewhere",
            BOOL,
            args(),
            a -> asked.get().duplicates().memberElsewhere(person(a)));
    words
        .reading(PAYMENT_MADE)
        .of(
            MEMBER,
            "paidElsewhereToo",
            BOOL,
            args(STRING, WINDOW),
            a ->
                asked.get().duplicates().paidElsewhereToo(person(a), (String) a[1], (Window) a[2]));
  }

  private static void referral(Words words, Supplier<Indicators> asked) {
    words
        .reading(REFERRAL_ANSWERED)
        .of(
            REFERRAL,
            "within",
            BOOL,
            args(WINDOW),
            a -> asked.get().referrals().within((Referrals.Referral) a[0], (Window) a[1]))
        .of(REFERRAL, "day", INT, args(), a -> (long) ((Referrals.Referral) a[0]).day())
        .of(REFERRAL, "accepted", BOOL, args(), a -> ((Referrals.Referral) a[0]).accepted())
        .of(REFERRAL, "hasResult", BOOL, args(), a -> ((Referrals.Referral) a[0]).hasResult());
  }
}
