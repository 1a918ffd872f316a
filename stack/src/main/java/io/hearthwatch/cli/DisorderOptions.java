package io.hearthwatch.cli;

import io.hearthwatch.simulation.Disorder;
import picocli.CommandLine.Option;

/** How badly simulated departments tell. */
final class DisorderOptions {

  @Option(names = "--calm", description = "No disorder at all: each event once, at once, right.")
  private boolean calm;

  @Option(names = "--lost", paramLabel = "SHARE", description = "Never told. Default: 0.02.")
  private double lost = Disorder.USUAL.lost();

  @Option(
      names = "--late",
      paramLabel = "SHARE",
      description = "Told weeks too late. Default: 0.03.")
  private double late = Disorder.USUAL.late();

  @Option(names = "--twice", paramLabel = "SHARE", description = "Told again. Default: 0.05.")
  private double twice = Disorder.USUAL.twice();

  @Option(
      names = "--corrected",
      paramLabel = "SHARE",
      description = "Told wrongly first. Default: 0.02.")
  private double corrected = Disorder.USUAL.corrected();

  @Option(
      names = "--mistaken",
      paramLabel = "SHARE",
      description = "Bills booked to the wrong person and voided. Default: 0.002.")
  private double mistaken = Disorder.USUAL.mistaken();

  @Option(names = "--no-batches", description = "Every department tells every day.")
  private boolean noBatches;

  @Option(names = "--no-silences", description = "No department falls silent for weeks.")
  private boolean noSilences;

  Disorder disorder() {
    return calm
        ? Disorder.NONE
        : new Disorder(lost, late, twice, corrected, mistaken, !noBatches, !noSilences);
  }
}
