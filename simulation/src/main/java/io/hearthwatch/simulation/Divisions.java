package io.hearthwatch.simulation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where households live: the counties of a region, the provinces weighted by their population in
 * the census of 2020 (National Bureau of Statistics, Seventh National Population Census, communique
 * no. 3, in {@code provinces.csv}), the counties of a province evenly (assumed).
 */
final class Divisions {

  private final List<List<County>> countiesByProvince = new ArrayList<>();
  private final double[] shares;
  private final Set<String> cities = new TreeSet<>();

  private Divisions(Map<String, List<County>> counties, Map<String, Double> population) {
    double all = 0;
    for (String province : counties.keySet()) {
      all += population.get(province);
    }
    shares = new double[counties.size()];
    double through = 0;
    for (Map.Entry<String, List<County>> province : counties.entrySet()) {
      through += population.get(province.getKey()) / all;
      shares[countiesByProvince.size()] = through;
      countiesByProvince.add(province.getValue());
      province.getValue().forEach(county -> cities.add(county.city()));
    }
  }

  /**
   * The counties whose code begins with a prefix; throws IllegalArgumentException where there are
   * none.
   */
  static Divisions of(String prefix) {
    Map<String, Double> population = new LinkedHashMap<>();
    for (String[] province : rows("provinces.csv")) {
      population.put(province[0], Double.valueOf(province[2]));
    }
    Map<String, List<County>> counties = new LinkedHashMap<>();
    for (String[] county : rows("counties.csv")) {
      if (county[0].startsWith(prefix)) {
        counties
            .computeIfAbsent(county[0].substring(0, 2), province -> new ArrayList<>())
            .add(new County(county[0], county[1]));
      }
    }
    if (counties.isEmpty()) {
      throw new IllegalArgumentException("no county has a code that begins with " + prefix);
    }
    return new Divisions(counties, population);
  }

  /** Where a household lives, by two numbers from 0 to 1. */
  County county(double province, double county) {
    int at = 0;
    while (at < shares.length - 1 && province >= shares[at]) {
      at++;
    }
    List<County> counties = countiesByProvince.get(at);
    return counties.get((int) (county * counties.size()));
  }

  /** Codes of all cities, 4 digits. */
  Set<String> cities() {
    return cities;
  }

  /** Throws IllegalArgumentException where it is no city of these counties. */
  void city(String code) {
    if (!cities.contains(code)) {
      throw new IllegalArgumentException(
          "no city that is simulated has the code "
              + code
              + "; such as "
              + cities.iterator().next());
    }
  }

  /** All counties. */
  List<County> counties() {
    return countiesByProvince.stream().flatMap(List::stream).toList();
  }

  static List<String[]> rows(String name) {
    try (BufferedReader file =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Divisions.class.getResourceAsStream(name), name),
                StandardCharsets.UTF_8))) {
      return file.lines().skip(1).map(line -> line.split(",")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
