package io.hearthwatch.io.contract;

import io.hearthwatch.wire.ControlAck;
import io.hearthwatch.wire.ControlRecord;
import io.hearthwatch.wire.DeadLetter;
import io.hearthwatch.wire.HouseholdAnswer;
import io.hearthwatch.wire.HouseholdEvent;
import io.hearthwatch.wire.HouseholdHeardOf;
import io.hearthwatch.wire.Inquiry;
import io.hearthwatch.wire.ReliefStatement;
import io.hearthwatch.wire.RiskAlert;
import io.hearthwatch.wire.Statistic;
import io.hearthwatch.wire.WhatIfResult;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.message.SchemaStore;

/**
 * Every contract in every version that was ever released: resources {@code
 * contracts/RECORD/NUMBER.avsc}, each whole and never changed again. The newest is the one that the
 * classes of io.hearthwatch.wire were generated from.
 */
public final class Contracts {

  private static final Map<String, Schema> NEWEST = new LinkedHashMap<>();

  static {
    for (Schema schema :
        List.of(
            HouseholdEvent.getClassSchema(),
            RiskAlert.getClassSchema(),
            DeadLetter.getClassSchema(),
            ControlRecord.getClassSchema(),
            ControlAck.getClassSchema(),
            Inquiry.getClassSchema(),
            HouseholdAnswer.getClassSchema(),
            HouseholdHeardOf.getClassSchema(),
            Statistic.getClassSchema(),
            ReliefStatement.getClassSchema(),
            WhatIfResult.getClassSchema())) {
      NEWEST.put(schema.getName(), schema);
    }
  }

  private Contracts() {}

  /** The records that travel by themselves, newest version, by name. */
  public static Map<String, Schema> newest() {
    return Map.copyOf(NEWEST);
  }

  /** All released versions of a record, oldest first. */
  public static List<Schema> versions(String record) {
    List<Schema> versions = new ArrayList<>();
    for (int number = 1; ; number++) {
      String resource = "/contracts/" + record + "/" + number + ".avsc";
      try (InputStream in = Contracts.class.getResourceAsStream(resource)) {
        if (in == null) {
          return versions;
        }
        versions.add(new Schema.Parser().parse(in));
      } catch (IOException e) {
        throw new IllegalStateException(resource + " cannot be read", e);
      }
    }
  }

  /** Finds the writer's schema of a record by its fingerprint. */
  public static SchemaStore store(String record) {
    SchemaStore.Cache store = new SchemaStore.Cache();
    versions(record).forEach(store::addSchema);
    return store;
  }
}
