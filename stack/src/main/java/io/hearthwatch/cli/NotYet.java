package io.hearthwatch.cli;

import io.hearthwatch.domain.alert.Cause;
import java.time.LocalDate;
import java.time.ZoneOffset;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Dates of which nobody can know anything yet, or ever. */
final class NotYet {

  /** Where on earth a day begins first. */
  private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);

  private NotYet() {}

  /**
   * Refuses a date that no household can be asked of.
   *
   * @param date null where the option was not given
   */
  static void refuseSlips(CommandSpec spec, String option, LocalDate date) {
    if (date != null && !Cause.Inquiry.canBeAsked(date)) {
      throw new ParameterException(
          spec.commandLine(), "%s %s is a slip of the pen".formatted(option, date));
    }
  }

  /**
   * Refuses a date after today.
   *
   * @param date null where the option was not given
   * @param why what would come of it
   */
  static void refuse(CommandSpec spec, String option, LocalDate date, String why) {
    if (date != null && date.isAfter(LocalDate.now(EARLIEST))) {
      throw new ParameterException(
          spec.commandLine(), "%s %s has not come yet: %s".formatted(option, date, why));
    }
  }
}
