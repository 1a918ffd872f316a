package io.hearthwatch.bench;

import java.util.ArrayList;
import java.util.List;

/** What came out of the rounds of one job. */
final class Rates {

  private final List<Double> rates = new ArrayList<>();

  void add(double rate) {
    rates.add(rate);
  }

  double median() {
    List<Double> sorted = rates.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  String range() {
    List<Double> sorted = rates.stream().sorted().toList();
    return "%,.0f to %,.0f".formatted(sorted.get(0), sorted.get(sorted.size() - 1));
  }
}
