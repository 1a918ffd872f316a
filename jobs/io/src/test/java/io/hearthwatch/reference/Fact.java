package io.hearthwatch.reference;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * What really happened, before departments tell it in versions.
 *
 * @param eventId where something else cites it; else null, and it is given one when it is told
 */
record Fact(
    UUID eventId,
    String type,
    String source,
    String personId,
    String region,
    String helpingRegion,
    LocalDate day,
    Map<String, Object> body) {

  Fact on(LocalDate other) {
    return new Fact(eventId, type, source, personId, region, helpingRegion, other, body);
  }

  Fact in(String otherRegion) {
    return new Fact(eventId, type, source, personId, otherRegion, helpingRegion, day, body);
  }

  Fact saying(Map<String, Object> otherBody) {
    return new Fact(eventId, type, source, personId, region, helpingRegion, day, otherBody);
  }

  Fact as(String otherType, Map<String, Object> otherBody) {
    return new Fact(eventId, otherType, source, personId, region, helpingRegion, day, otherBody);
  }
}
