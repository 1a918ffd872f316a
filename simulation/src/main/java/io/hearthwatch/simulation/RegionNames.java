package io.hearthwatch.simulation;

import java.util.HashMap;
import java.util.Map;

/**
 * Names of regions, in Chinese: provinces and counties, as the division codes of 2023 have them.
 */
public final class RegionNames {

  private static final int PROVINCE_DIGITS = 2;

  private static final Map<String, String> NAMES = new HashMap<>();

  static {
    for (String file : new String[] {"provinces.csv", "counties.csv"}) {
      Divisions.rows(file).forEach(row -> NAMES.put(row[0], row[1]));
    }
  }

  private RegionNames() {}

  /**
   * The name of a region; in brackets where only its province is known, empty where not even that.
   */
  public static String of(String code) {
    String name = NAMES.get(code);
    if (name == null && code.length() > PROVINCE_DIGITS) {
      String province = NAMES.get(code.substring(0, PROVINCE_DIGITS));
      return province == null ? "" : "(" + province + ")";
    }
    return name == null ? "" : name;
  }
}
