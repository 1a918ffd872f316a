package io.hearthwatch.risk;

import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.io.flink.ByPerson;
import io.hearthwatch.io.flink.EventHomes;
import io.hearthwatch.io.flink.HouseholdMessage;
import io.hearthwatch.io.flink.PersonHouseholds;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The way of the events to their households, the same for the job that warns and for the one that
 * asks what other policies would say: what one refuses the other refuses too.
 *
 * @param events admitted events; the refusals are beside them, {@link RiskOutputs#DEAD_LETTERS}
 * @param toHouseholds the events, what other households tell, and what is misfiled
 */
record HouseholdTraffic(
    SingleOutputStreamOperator<HouseholdMessage> events,
    DataStream<HouseholdMessage> toHouseholds) {

  /**
   * Wires it.
   *
   * @param uidPrefix before the uids of all operators
   */
  static HouseholdTraffic wire(
      StreamExecutionEnvironment env,
      Source<HouseholdMessage, ?, ?> source,
      WatermarkStrategy<HouseholdMessage> time,
      Retention retention,
      boolean eventHomes,
      String uidPrefix) {
    SingleOutputStreamOperator<HouseholdMessage> events =
        env.fromSource(source, time, "events")
            .uid(uidPrefix + UID_EVENTS)
            .process(new RefusalSplitter())
            .returns(HouseholdMessage.typeInformation())
            .name("part refusals")
            .uid(uidPrefix + UID_SPLITTER);

    // What a household is barred from or refuses, those who hear of the person by it forget too.
    DataStream<HouseholdMessage> ofPersons = events;
    DataStream<HouseholdMessage> traffic = events;
    if (eventHomes) {
      SingleOutputStreamOperator<HouseholdMessage> misfiled =
          events
              .map(EventHomes::named)
              .returns(EventHomes.NAMED)
              .name("named households")
              .uid(uidPrefix + UID_NAMED)
              .keyBy(named -> named.f0, Types.LONG)
              .process(new EventHomes(retention))
              .returns(HouseholdMessage.typeInformation())
              .name("event homes")
              .uid(uidPrefix + UID_HOMES);
      ofPersons = events.union(misfiled, misfiled.getSideOutput(EventHomes.OTHER_PERSON));
      traffic = events.union(misfiled);
    }
    traffic =
        traffic.union(
            ofPersons
                .filter(PersonHouseholds::concerns)
                .name("about a person")
                .uid(uidPrefix + UID_PERSON_EVENTS)
                .map(new ByPerson())
                .returns(PersonHouseholds.OF_PERSON)
                .name("by person")
                .uid(uidPrefix + UID_BY_PERSON)
                .keyBy(told -> told.f0, Types.STRING)
                .process(new PersonHouseholds(retention))
                .returns(HouseholdMessage.typeInformation())
                .name("person households")
                .uid(uidPrefix + UID_PERSONS));
    return new HouseholdTraffic(events, traffic);
  }

  // For ever: by these, state finds its operator again after an upgrade. See uids.txt.
  private static final String UID_EVENTS = "events";
  private static final String UID_SPLITTER = "part-refusals";
  private static final String UID_NAMED = "named-households";
  private static final String UID_HOMES = "event-homes";
  private static final String UID_PERSON_EVENTS = "person-events";
  private static final String UID_BY_PERSON = "by-person";
  private static final String UID_PERSONS = "person-households";
}
