package io.hearthwatch.stack.mapping;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The fields of a type of event. Nobody lists them a second time: a body is read from a probe that
 * notes what it asks for, and written to one that notes the names.
 *
 * @param name as in the contract, such as IncomeReceived
 * @param type in the domain
 * @param fields in the order of the contract
 */
record BodyShape(String name, EventType type, List<BodyField> fields) {

  private static final Map<String, BodyShape> BY_NAME = new TreeMap<>();

  /** Fields for which the contract has a default of 0; a test compares this with the contracts. */
  private static final Set<String> ZERO_WHEN_ABSENT =
      Set.of(
          "ExpenseIncurred.basicInsuranceFen",
          "ExpenseIncurred.seriousIllnessFen",
          "ExpenseIncurred.medicalAidFen",
          "ExpenseIncurred.commercialFen",
          "ExpenseIncurred.subsidyFen",
          "ExpenseIncurred.charityFen");

  static {
    for (EventType type : EventType.values()) {
      BodyShape shape = probe(type);
      BY_NAME.put(shape.name, shape);
    }
  }

  /** The type with this name, or null. */
  static BodyShape ofName(String name) {
    return BY_NAME.get(name);
  }

  /** All names, sorted. */
  static Iterable<String> names() {
    return BY_NAME.keySet();
  }

  private static BodyShape probe(EventType type) {
    BodyProbe probe = new BodyProbe();
    EventBody body = type.read(probe);
    body.write(probe);
    String name = body.getClass().getSimpleName();
    List<BodyField> fields = new ArrayList<>();
    for (BodyProbe.Asked asked : probe.fields()) {
      boolean zero = ZERO_WHEN_ABSENT.contains(name + "." + asked.name());
      fields.add(new BodyField(asked.name(), asked.kind(), asked.optional(), zero ? "0" : null));
    }
    return new BodyShape(name, type, List.copyOf(fields));
  }
}
