package io.hearthwatch.domain.policy;

import java.util.Set;

/**
 * Codes that policies may name. Events carry any code, since a locality may have classes and
 * programmes of its own; in a policy a code that nobody knows is nearly always a slip of the pen,
 * and a rule that asks for it would be silent for ever.
 */
public final class KnownCodes {

  /** Classes of households, as {@code ClassRecognised} names them. */
  public static final Set<String> CLASSES =
      Set.of("dibao", "tekun", "marginal", "rigid", "monitored", "other-low-income");

  /** Programmes of help, as {@code GrantApproved} names them. */
  public static final Set<String> PROGRAMMES =
      Set.of(
          "dibao",
          "tekun",
          "medical-aid",
          "temporary-relief",
          "education-aid",
          "housing-aid",
          "disaster-emergency",
          "disaster-transition",
          "disability-hardship",
          "disability-nursing",
          "charity",
          "orphan",
          "elderly-nursing",
          "work-injury-nursing");

  /** Who receives hits and tells nothing itself. */
  public static final Set<String> OFFICES = Set.of("data-office");

  /** What a locality's own code begins with where a policy names it. */
  public static final String LOCAL = "local-";

  private KnownCodes() {}

  /** Whether a policy may name it. */
  public static boolean isKnown(Set<String> codes, String code) {
    return codes.contains(code) || code.startsWith(LOCAL);
  }
}
