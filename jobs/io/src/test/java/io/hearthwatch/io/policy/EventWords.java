package io.hearthwatch.io.policy;

import io.hearthwatch.domain.household.EventBody;
import java.time.LocalDate;

/** A family of the words in which a scenario tells its events. */
interface EventWords {

  /** What the event says; null where it is told in the words of another family. */
  Said said(EventFields event, LocalDate on);

  /**
   * What an event says.
   *
   * @param who the person it is about, or null
   * @param source the department that usually tells it
   */
  record Said(EventBody body, String who, String source) {}
}
