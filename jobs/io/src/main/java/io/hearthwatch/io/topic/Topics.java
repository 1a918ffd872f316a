package io.hearthwatch.io.topic;

import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.Sources;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All topics, with their partitions, retention and compaction: the one place that says so. */
public final class Topics {

  public static final String EVENTS_PREFIX = "events.";
  public static final String INQUIRIES = "inquiries";
  public static final String CONTROL = "control";
  public static final String CONTROL_ACKS = "control.acks";
  public static final String CLOCK = "clock";
  public static final String RISK_ALERTS = "risk.alerts";
  public static final String HOUSEHOLD_INDEX = "household.index";
  public static final String HOUSEHOLD_ANSWERS = "household.answers";
  public static final String DEAD_LETTERS = "dead.letters";
  public static final String STATISTICS = "assistance.statistics";
  public static final String STATEMENTS = "relief.statements";
  public static final String POLICY_WHATIF = "policy.whatif";

  /** By how many the events of a source can be read at once. */
  public static final int EVENT_PARTITIONS = 4;

  /**
   * Longest record that a job writes. An alert says every hit of its household, and a household may
   * have thousands of members where a department files all unknown people under one id: Kafka's
   * limit of 1 MiB would stop the job for ever.
   */
  public static final int MAX_OUTPUT_BYTES = 16 * 1024 * 1024;

  /** What a batch of one record is longer than it. */
  private static final int BATCH_OVERHEAD_BYTES = 64 * 1024;

  private static final Duration FOR_EVER = Duration.ofMillis(-1);

  private Topics() {}

  /**
   * One topic.
   *
   * @param name its name
   * @param partitions by how many it can be read at once
   * @param keep how long records are kept; negative for ever
   * @param compacted whether only the newest record of each key is kept
   */
  public record Topic(String name, int partitions, Duration keep, boolean compacted) {

    /** Broker's configuration of it. Time stamps are the broker's: by them the future is told. */
    public Map<String, String> config() {
      Map<String, String> config = new TreeMap<>();
      config.put("cleanup.policy", compacted ? "compact" : "delete");
      config.put("message.timestamp.type", "LogAppendTime");
      if (!name.startsWith(EVENTS_PREFIX)) {
        config.put("max.message.bytes", String.valueOf(MAX_OUTPUT_BYTES + BATCH_OVERHEAD_BYTES));
      }
      if (!compacted) {
        config.put("retention.ms", String.valueOf(keep.toMillis()));
      }
      return config;
    }
  }

  /** Topic of a source. */
  public static String events(String source) {
    return EVENTS_PREFIX + source;
  }

  /** Source of an event topic. */
  public static String source(String topic) {
    return topic.substring(EVENTS_PREFIX.length());
  }

  /** Topics of all sources. */
  public static List<String> allEvents() {
    return Sources.all().stream().map(Topics::events).toList();
  }

  /** Topics of the sources that may tell of a grant: no other tells anything that is counted. */
  public static List<String> reliefEvents() {
    return Sources.all().stream()
        .filter(source -> Sources.fits(source, EventType.GRANT_APPROVED))
        .map(Topics::events)
        .toList();
  }

  /** Every topic that must exist. */
  public static List<Topic> all() {
    List<Topic> topics = new ArrayList<>();
    for (String name : allEvents()) {
      // For ever, since the profiles can be rebuilt from them.
      topics.add(new Topic(name, EVENT_PARTITIONS, FOR_EVER, false));
    }
    topics.add(new Topic(INQUIRIES, 4, Duration.ofDays(7), false));
    topics.add(new Topic(CONTROL, 1, FOR_EVER, false));
    topics.add(new Topic(CONTROL_ACKS, 1, Duration.ofDays(30), false));
    topics.add(new Topic(CLOCK, 1, Duration.ofHours(1), false));
    topics.add(new Topic(RISK_ALERTS, 4, Duration.ofDays(365), false));
    topics.add(new Topic(HOUSEHOLD_INDEX, 4, FOR_EVER, true));
    topics.add(new Topic(HOUSEHOLD_ANSWERS, 4, Duration.ofDays(1), false));
    topics.add(new Topic(STATISTICS, 4, FOR_EVER, true));
    topics.add(new Topic(STATEMENTS, 4, FOR_EVER, true));
    topics.add(new Topic(POLICY_WHATIF, 1, Duration.ofDays(1), false));
    topics.add(new Topic(DEAD_LETTERS, 2, Duration.ofDays(90), false));
    return topics;
  }
}
