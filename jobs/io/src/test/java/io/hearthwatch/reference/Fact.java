package io.hearthwatch.reference;

import java.time.LocalDate;
import java.util.Map;

/** What really happened, before departments tell it in versions. */
record Fact(
    String type,
    String source,
    String personId,
    String region,
    String helpingRegion,
    LocalDate day,
    Map<String, Object> body) {

  Fact on(LocalDate other) {
    return new Fact(type, source, personId, region, helpingRegion, other, body);
  }

  Fact in(String otherRegion) {
    return new Fact(type, source, personId, otherRegion, helpingRegion, day, body);
  }

  Fact saying(Map<String, Object> otherBody) {
    return new Fact(type, source, personId, region, helpingRegion, day, otherBody);
  }

  Fact as(String otherType, Map<String, Object> otherBody) {
    return new Fact(otherType, source, personId, region, helpingRegion, day, otherBody);
  }
}
