package io.hearthwatch.io.policy;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that policy staff see everything at once. */
final class Problems {

  private final List<Problem> found = new ArrayList<>();

  void add(Place place, String reason) {
    found.add(new Problem(place.file(), place.line(), reason));
  }

  List<Problem> found() {
    return found;
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new PolicyException(found);
    }
  }
}
