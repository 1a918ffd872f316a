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
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.LedgerLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects the words of the vocabulary: what CEL checks, what is asked, and what each reads. */
final class Words {

  static final OpaqueType WINDOW = OpaqueType.create("Window");
  static final OpaqueType MEMBER = OpaqueType.create("Member");
  static final OpaqueType ACCIDENT = OpaqueType.create("Accident");
  static final OpaqueType IMPACT = OpaqueType.create("Impact");
  static final OpaqueType GRANT = OpaqueType.create("Grant");
  static final OpaqueType REFERRAL = OpaqueType.create("Referral");
  static final OpaqueType FEED = OpaqueType.create("Feed");

  static final CelType INT = SimpleType.INT;
  static final CelType BOOL = SimpleType.BOOL;
  static final CelType STRING = SimpleType.STRING;
  static final CelType STRINGS = ListType.create(SimpleType.STRING);

  /** In which Java class CEL hands a value of a type over. */
  private static final Map<CelType, Class<?>> CLASSES =
      Map.ofEntries(
          Map.entry(INT, Long.class),
          Map.entry(STRING, String.class),
          Map.entry(STRINGS, List.class),
          Map.entry(WINDOW, Window.class),
          Map.entry(MEMBER, MemberRef.class),
          Map.entry(ACCIDENT, LedgerLine.class),
          Map.entry(IMPACT, Disasters.Impact.class),
          Map.entry(GRANT, LedgerLine.class),
          Map.entry(REFERRAL, Referrals.Referral.class),
          Map.entry(FEED, FeedView.class));

  /** A member, as a rule holds one. */
  record MemberRef(String personId) {}

  /** A function of a rule, with its arguments as CEL hands them over. */
  interface Word {
    Object say(Object[] arguments);
  }

  private final List<CelFunctionDecl> declarations = new ArrayList<>();
  private final List<CelFunctionBinding> bindings = new ArrayList<>();
  private final Map<String, Word> byOverload = new HashMap<>();
  private final Map<String, Set<EventType>> reads = new HashMap<>();

  List<CelFunctionDecl> declarations() {
    return declarations;
  }

  List<CelFunctionBinding> bindings() {
    return bindings;
  }

  /** What is bound, by the overload that CEL's checker writes into an expression. */
  Map<String, Word> byOverload() {
    return byOverload;
  }

  /**
   * The types of events that decide what a word says, by overload; besides them who is a member and
   * where the household is registered, which may decide any.
   */
  Map<String, Set<EventType>> reads() {
    return reads;
  }

  /** Words that are decided by events of these types. */
  Family reading(EventType... types) {
    return new Family(types.length == 0 ? Set.of() : EnumSet.copyOf(Arrays.asList(types)));
  }

  static List<CelType> args(CelType... types) {
    return Arrays.asList(types);
  }

  static String person(Object[] arguments) {
    return ((MemberRef) arguments[0]).personId();
  }

  @SuppressWarnings("unchecked") // CEL hands a list of strings over as List
  static List<String> texts(Object argument) {
    return (List<String>) argument;
  }

  /** Words that read the same types of events. */
  final class Family {
    private final Set<EventType> types;

    private Family(Set<EventType> types) {
      this.types = types;
    }

    /** A word that stands on its own. */
    Family say(String name, CelType result, List<CelType> arguments, Word word) {
      declarations.add(newFunctionDeclaration(name, newGlobalOverload(name, result, arguments)));
      return bind(name, arguments, word);
    }

    /** A word of a member, a record or a feed; that is its first argument. */
    Family of(OpaqueType target, String name, CelType result, List<CelType> arguments, Word word) {
      String overload = target.name() + "." + name;
      List<CelType> all = new ArrayList<>(List.of((CelType) target));
      all.addAll(arguments);
      declarations.add(newFunctionDeclaration(name, newMemberOverload(overload, result, all)));
      return bind(overload, all, word);
    }

    @SuppressWarnings("Immutable") // they read the household in hand; CEL never caches their answer
    private Family bind(String overload, List<CelType> arguments, Word word) {
      List<Class<?>> classes = new ArrayList<>();
      for (CelType argument : arguments) {
        classes.add(CLASSES.get(argument));
      }
      byOverload.put(overload, word);
      reads.put(overload, types);
      bindings.add(CelFunctionBinding.from(overload, classes, word::say));
      return this;
    }
  }
}
