package io.hearthwatch.simulation;

/** What may befall a household. Rates are a year; where no source is named they are assumed. */
enum FateKind {
  /** Per person. */
  ILLNESS("illness", 0.012),
  /** Per person. */
  DISABLEMENT("disability", 0.004),
  /**
   * Per person: 7.87 deaths a thousand in 2023 (National Bureau of Statistics), by age in {@link
   * Fates}.
   */
  DEATH("death", 0.00787),
  /** Per earner. */
  JOB_LOSS("job-loss", 0.08),
  /** Per farming household: how often a harvest fails. */
  POOR_HARVEST("harvest", 0.12),
  /** Per young person of 18 to 21: how many study. */
  TUITION("schooling", 0.4),
  /** Per household in a flooded county: the flood says. */
  FLOOD("disaster", 0),
  ACCIDENT("accident", 0.006),
  MARRIAGE("marriage", 0.008),
  BIRTH("birth", 0.01),
  PRISON("prison", 0.001),
  MOVE("move", 0.008),
  SPLIT("split", 0.002),
  MERGER("merger", 0.001);

  private final String cause;
  private final double aYear;

  FateKind(String cause, double aYear) {
    this.cause = cause;
    this.aYear = aYear;
  }

  /** What the truth calls it. */
  String cause() {
    return cause;
  }

  double aYear() {
    return aYear;
  }
}
