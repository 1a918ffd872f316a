package io.hearthwatch.domain.rule;

import static dev.cel.common.CelFunctionDecl.newFunctionDeclaration;
import static dev.cel.common.CelOverloadDecl.newGlobalOverload;
import static dev.cel.common.CelOverloadDecl.newMemberOverload;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import io.hearthwatch.domain.household.LedgerLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The words in which rules are written: CEL functions over {@link Indicators}. {@code
 * docs/rules.md} explains them to policy staff; a test holds that page against this list.
 */
final class Vocabulary {

  static final OpaqueType WINDOW = OpaqueType.create("Window");
  static final OpaqueType MEMBER = OpaqueType.create("Member");
  static final OpaqueType ACCIDENT = OpaqueType.create("Accident");

  private static final CelType INT = SimpleType.INT;
  private static final CelType BOOL = SimpleType.BOOL;
  private static final CelType STRING = SimpleType.STRING;
  private static final CelType STRINGS = ListType.create(SimpleType.STRING);

  /** A member, as a rule holds one. */
  record MemberRef(String personId) {}

  private final List<CelFunctionDecl> declarations = new ArrayList<>();
  private final List<CelFunctionBinding> bindings = new ArrayList<>();
  private final Map<String, Word> words = new HashMap<>();

  /**
   * The vocabulary over whatever household is being asked about.
   *
   * @param asked gives the indicators of the household in hand
   * @param firing tells whether a rule of one of these families fired in the first pass
   */
  @SuppressWarnings("unchecked") // CEL hands a list of strings over as List
  Vocabulary(Supplier<Indicators> asked, Predicate<List<String>> firing) {
    say("days", WINDOW, args(INT), a -> Window.days((Long) a[0]));
    say("months", WINDOW, args(INT), a -> Window.months((Long) a[0]));

    say("atLeastPercent", BOOL, args(INT, INT, INT), a -> percentOf(a) >= 0);
    say("moreThanPercent", BOOL, args(INT, INT, INT), a -> percentOf(a) > 0);
    say("lessThanPercent", BOOL, args(INT, INT, INT), a -> percentOf(a) < 0);

    say("medical", INT, args(WINDOW), a -> asked.get().spending().medicalFen(null, (Window) a[0]));
    say("rigid", INT, args(WINDOW), a -> asked.get().spending().rigidFen((Window) a[0]));
    say(
        "medicalBillsOverLines",
        INT,
        args(WINDOW, INT),
        a -> asked.get().spending().billsOverLines((Window) a[0], (Long) a[1]));
    say("income", INT, args(WINDOW), a -> asked.get().income().fen((Window) a[0]));
    say(
        "earlierIncome",
        INT,
        args(WINDOW, WINDOW),
        a -> asked.get().income().earlierFen((Window) a[0], (Window) a[1]));

    say("members", INT, args(), a -> asked.get().lines().members());
    say(
        "moreThanLines",
        BOOL,
        args(INT, INT),
        a -> asked.get().lines().moreThan((Long) a[0], (Long) a[1]));
    say(
        "lessThanLines",
        BOOL,
        args(INT, INT),
        a -> asked.get().lines().lessThan((Long) a[0], (Long) a[1]));
    say(
        "perCapitaUnder",
        BOOL,
        args(STRING, INT),
        a -> asked.get().lines().perCapitaUnder((String) a[0], (Long) a[1]));
    say(
        "everyMonthUnderLine",
        BOOL,
        args(INT),
        a -> asked.get().lines().everyMonthUnder((Long) a[0]));
    say("limit", INT, args(STRING), a -> asked.get().parameters().number((String) a[0]));
    say("classLimit", INT, args(STRING), a -> asked.get().parameters().ofClass((String) a[0]));

    say("inClass", BOOL, args(STRINGS), a -> asked.get().classes().inOneOf((List<String>) a[0]));
    say("inAnyClass", BOOL, args(), a -> asked.get().classes().inAny());
    say(
        "leftClass",
        BOOL,
        args(STRINGS, WINDOW),
        a -> asked.get().classes().left((List<String>) a[0], (Window) a[1]));
    say("applied", BOOL, args(WINDOW), a -> asked.get().classes().applied((Window) a[0]));
    say(
        "severeImpacts",
        INT,
        args(WINDOW),
        a -> asked.get().disasters().severeImpacts((Window) a[0]));
    say("firing", BOOL, args(STRINGS), a -> firing.test((List<String>) a[0]));

    of(MEMBER, "present", BOOL, args(), a -> asked.get().members().present(person(a)));
    of(
        MEMBER,
        "medical",
        INT,
        args(WINDOW),
        a -> asked.get().spending().medicalFen(person(a), (Window) a[1]));
    of(
        MEMBER,
        "died",
        BOOL,
        args(WINDOW),
        a -> asked.get().members().died(person(a), (Window) a[1]));
    of(
        MEMBER,
        "incomeAtDeath",
        INT,
        args(WINDOW),
        a -> asked.get().income().atDeathFen(person(a), (Window) a[1], false));
    of(
        MEMBER,
        "householdIncomeAtDeath",
        INT,
        args(WINDOW),
        a -> asked.get().income().atDeathFen(person(a), (Window) a[1], true));
    of(
        MEMBER,
        "becameSeverelyDisabled",
        BOOL,
        args(WINDOW),
        a -> asked.get().members().becameSeverelyDisabled(person(a), (Window) a[1]));

    of(
        ACCIDENT,
        "within",
        BOOL,
        args(WINDOW),
        a -> asked.get().accidents().within((LedgerLine) a[0], (Window) a[1]));
    of(ACCIDENT, "hospitalStay", BOOL, args(), a -> Accidents.hospitalStay((LedgerLine) a[0]));
    of(ACCIDENT, "deaths", INT, args(), a -> Accidents.deaths((LedgerLine) a[0]));
    of(
        ACCIDENT,
        "followedBy",
        BOOL,
        args(STRING, INT),
        a -> asked.get().accidents().followedBy((LedgerLine) a[0], (String) a[1], (Long) a[2]));
  }

  List<CelFunctionDecl> declarations() {
    return declarations;
  }

  List<CelFunctionBinding> bindings() {
    return bindings;
  }

  /** What is bound, by the overload that CEL's checker writes into an expression. */
  Map<String, Word> words() {
    return words;
  }

  /** A function of a rule, with its arguments as CEL hands them over. */
  interface Word {
    Object say(Object[] arguments);
  }

  private void say(String name, CelType result, List<CelType> arguments, Word word) {
    declarations.add(newFunctionDeclaration(name, newGlobalOverload(name, result, arguments)));
    bind(name, arguments, word);
  }

  private void of(
      OpaqueType target, String name, CelType result, List<CelType> arguments, Word word) {
    String overload = target.name() + "." + name;
    List<CelType> all = new ArrayList<>(List.of((CelType) target));
    all.addAll(arguments);
    declarations.add(newFunctionDeclaration(name, newMemberOverload(overload, result, all)));
    bind(overload, all, word);
  }

  @SuppressWarnings("Immutable") // they read the household in hand; CEL never caches what they say
  private void bind(String overload, List<CelType> arguments, Word word) {
    List<Class<?>> classes = new ArrayList<>();
    for (CelType argument : arguments) {
      classes.add(classOf(argument));
    }
    words.put(overload, word);
    bindings.add(CelFunctionBinding.from(overload, classes, word::say));
  }

  private static Class<?> classOf(CelType type) {
    if (type.equals(INT)) {
      return Long.class;
    } else if (type.equals(STRING)) {
      return String.class;
    } else if (type.equals(WINDOW)) {
      return Window.class;
    } else if (type.equals(MEMBER)) {
      return MemberRef.class;
    } else if (type.equals(ACCIDENT)) {
      return LedgerLine.class;
    }
    return List.class;
  }

  private static List<CelType> args(CelType... types) {
    return Arrays.asList(types);
  }

  private static String person(Object[] arguments) {
    return ((MemberRef) arguments[0]).personId();
  }

  /** Compares part x 100 with percent x whole: never divides. */
  private static int percentOf(Object[] a) {
    long part = Math.multiplyExact((Long) a[0], 100L);
    return Long.compare(part, Math.multiplyExact((Long) a[1], (Long) a[2]));
  }
}
