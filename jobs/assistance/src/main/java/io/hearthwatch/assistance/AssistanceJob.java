package io.hearthwatch.assistance;

import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.domain.relief.Books;
import io.hearthwatch.io.flink.CellChange;
import io.hearthwatch.io.flink.EventHomes;
import io.hearthwatch.io.flink.HouseholdMessage;
import io.hearthwatch.io.flink.KafkaRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Job 2: what was given becomes figures.
 *
 * <pre>
 *  events.SOURCE: grants, payments, classes, reports of disasters, and later versions of whatever else
 *       |
 *       +-- keyBy event id: misfiled ones --+
 *       +------------- union ---------------+
 *                        | keyBy household
 *                 household relief ---> relief.statements, dead.letters (no room)
 *            changes |       | grants to people     | reports
 *                    |       | keyBy person         | keyBy disaster
 *                    |   person relief       disaster reports
 *                    |       | changes              | changes
 *              added up until a checkpoint          |
 *                    +------- union ----------------+
 *                        | keyBy cell
 *                      cells
 *                        | last words until a checkpoint
 *                        +-----> assistance.statistics
 * </pre>
 */
public final class AssistanceJob {

  /** Name of the job. */
  public static final String NAME = "assistance";

  /** For ever: state cannot be spread over more subtasks than this, nor over another number. */
  public static final int MAX_PARALLELISM = 720;

  private AssistanceJob() {}

  /**
   * Wires the job. It has no sense of time: what is counted depends on the set of events alone.
   *
   * @param regionLevels lengths of region codes above the lowest level
   * @param books when a year is closed
   * @param retention how long an event id is remembered
   * @param seenAfter longest time that a figure waits before it is said; without it, until a
   *     checkpoint
   * @param eventHomes whether a version that names another household or person than an earlier one
   *     of its event is noticed
   */
  public static void build(
      StreamExecutionEnvironment env,
      AssistanceSources sources,
      AssistanceSinks sinks,
      List<Integer> regionLevels,
      Books books,
      Retention retention,
      Optional<Duration> seenAfter,
      boolean eventHomes) {
    env.setMaxParallelism(MAX_PARALLELISM);

    DataStream<HouseholdMessage> events =
        env.fromSource(sources.events(), WatermarkStrategy.noWatermarks(), "events")
            .uid(UID_EVENTS);
    DataStream<HouseholdMessage> traffic = events;
    if (eventHomes) {
      traffic =
          events.union(
              events
                  .map(EventHomes::named)
                  .returns(EventHomes.NAMED)
                  .name("named households")
                  .uid(UID_NAMED)
                  .keyBy(named -> named.f0, Types.LONG)
                  .process(new EventHomes(retention))
                  .returns(HouseholdMessage.typeInformation())
                  .name("event homes")
                  .uid(UID_HOMES));
    }

    SingleOutputStreamOperator<CellChange> households =
        traffic
            .keyBy(HouseholdMessage::householdId)
            .process(new HouseholdReliefFunction(regionLevels, books))
            .returns(CellChange.typeInformation())
            .name("household relief")
            .uid(UID_HOUSEHOLDS);
    DataStream<CellChange> persons =
        households
            .getSideOutput(HouseholdReliefFunction.PERSONS)
            .keyBy(event -> ((HouseholdMessage.OfEvent) event).event().personId())
            .process(new PersonReliefFunction(regionLevels, books))
            .returns(CellChange.typeInformation())
            .name("person relief")
            .uid(UID_PERSONS);
    DataStream<CellChange> disasters =
        households
            .getSideOutput(HouseholdReliefFunction.REPORTS)
            .keyBy(report -> report.f0, Types.STRING)
            .process(new DisasterReportsFunction(regionLevels))
            .returns(CellChange.typeInformation())
            .name("disaster reports")
            .uid(UID_DISASTERS);

    DataStream<KafkaRecord> statistics =
        addedUp(households, "households added up", UID_HOUSEHOLD_SUMS, regionLevels, seenAfter)
            .union(
                addedUp(persons, "persons added up", UID_PERSON_SUMS, regionLevels, seenAfter),
                disasters)
            .keyBy(change -> change.cell().key(), Types.STRING)
            .process(new CellFunction())
            .returns(CellChange.typeInformation())
            .name("cells")
            .uid(UID_CELLS)
            .transform(
                "last words",
                TypeInformation.of(KafkaRecord.class),
                new GatheringOperator.Factory<>(LastWords::new, seenAfter))
            .uid(UID_LAST_WORDS);

    statistics.sinkTo(sinks.statistics()).name("statistics").uid(UID_STATISTICS);
    households
        .getSideOutput(HouseholdReliefFunction.STATEMENTS)
        .sinkTo(sinks.statements())
        .name("statements")
        .uid(UID_STATEMENTS);
    households
        .getSideOutput(HouseholdReliefFunction.DEAD_LETTERS)
        .sinkTo(sinks.deadLetters())
        .name("dead letters")
        .uid(UID_DEAD_LETTERS);
  }

  private static DataStream<CellChange> addedUp(
      DataStream<CellChange> changes,
      String name,
      String uid,
      List<Integer> regionLevels,
      Optional<Duration> seenAfter) {
    List<Integer> levels = new ArrayList<>(regionLevels); // which can be serialized
    return changes
        .transform(
            name,
            CellChange.typeInformation(),
            new GatheringOperator.Factory<>(() -> new AddedUp(levels), seenAfter))
        .uid(uid);
  }

  // For ever: by these, state finds its operator again after an upgrade. See uids.txt.
  private static final String UID_EVENTS = "relief-events";
  private static final String UID_NAMED = "relief-named-households";
  private static final String UID_HOMES = "relief-event-homes";
  private static final String UID_HOUSEHOLDS = "household-relief";
  private static final String UID_HOUSEHOLD_SUMS = "household-sums";
  private static final String UID_PERSONS = "person-relief";
  private static final String UID_PERSON_SUMS = "person-sums";
  private static final String UID_DISASTERS = "disaster-reports";
  private static final String UID_CELLS = "cells";
  private static final String UID_LAST_WORDS = "last-words";
  private static final String UID_STATISTICS = "statistics";
  private static final String UID_STATEMENTS = "relief-statements";
  private static final String UID_DEAD_LETTERS = "relief-dead-letters";
}
