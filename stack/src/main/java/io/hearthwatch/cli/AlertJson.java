package io.hearthwatch.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hearthwatch.domain.household.EventId;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * A change as one line of JSON: every field of the contract under its name, dates and instants as
 * text, cited records as 16 hex digits; and when the broker got it.
 */
final class AlertJson {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CITED_RECORDS = "records";

  private AlertJson() {}

  static String line(SaidChange said) {
    ObjectNode node = record(said.alert());
    node.put("appendedAt", said.appendedAt() == null ? null : said.appendedAt().toString());
    return node.toString();
  }

  private static ObjectNode record(SpecificRecord record) {
    ObjectNode node = JSON.createObjectNode();
    for (Schema.Field field : record.getSchema().getFields()) {
      Object value = record.get(field.pos());
      if (value instanceof List<?> list) {
        ArrayNode array = node.putArray(field.name());
        boolean cited = field.name().equals(CITED_RECORDS);
        list.forEach(item -> add(array, cited ? EventId.shortText((Long) item) : item));
      } else if (value instanceof SpecificRecord inner) {
        node.set(field.name(), record(inner));
      } else if (value instanceof Long number) {
        node.put(field.name(), number);
      } else if (value instanceof Integer number) {
        node.put(field.name(), number);
      } else {
        // Texts, enums, dates and instants.
        node.put(field.name(), value == null ? null : value.toString());
      }
    }
    return node;
  }

  private static void add(ArrayNode array, Object item) {
    if (item instanceof SpecificRecord inner) {
      array.add(record(inner));
    } else {
      array.add(item.toString());
    }
  }
}
