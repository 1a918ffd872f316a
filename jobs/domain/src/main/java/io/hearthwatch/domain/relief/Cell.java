package io.hearthwatch.domain.relief;

/**
 * Where figures stand: a region at any level, a programme or all, a cause or all, and a year; or a
 * disaster and a region.
 *
 * @param region code, or ALL for the nation
 * @param programme or ALL
 * @param cause or ALL
 * @param disasterId of a disaster's cell, else empty
 * @param year of the calendar; 0 in a disaster's cell, for a disaster counts as a whole
 */
public record Cell(String region, String programme, String cause, String disasterId, int year) {

  /** The month of a cell that has none. */
  public static final int NO_MONTH = 0;

  static Cell ofYear(String region, String programme, String cause, int year) {
    return new Cell(region, programme, cause, "", year);
  }

  static Cell ofDisaster(String disasterId, String region) {
    return new Cell(region, RegionScheme.ALL, RegionScheme.ALL, disasterId, 0);
  }

  /** A cell that holds this one, of the same year or disaster. */
  Cell above(String regionAbove, String programmeOrAll, String causeOrAll) {
    return new Cell(regionAbove, programmeOrAll, causeOrAll, disasterId, year);
  }

  public boolean ofDisaster() {
    return year == 0;
  }

  /** The key by which the figures of this cell come together. */
  public String key() {
    return region + '|' + programme + '|' + cause + '|' + disasterId + '|' + year;
  }
}
