package io.hearthwatch.simulation;

/** Which policy a department names when it grants, by the ids of policies/parameters. */
final class NamedPolicy {

  private NamedPolicy() {}

  /**
   * The policy, or null where a programme rests on none that is published: education, housing,
   * medical and disaster aid follow rules of their departments.
   *
   * @param residence urban or rural
   */
  static String of(String programme, String cause, String residence) {
    return switch (programme) {
      case "dibao", "tekun" -> "dibao-line-" + residence; // tekun is a multiple of the line
      case "temporary-relief" -> cause.equals("accident") ? "temporary-relief-days" : null;
      default -> null;
    };
  }
}
