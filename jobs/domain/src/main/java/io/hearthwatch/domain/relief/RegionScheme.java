package io.hearthwatch.domain.relief;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The levels of region codes: a code of twelve digits lies in the regions whose codes are its first
 * 2, 4, 6 and 9. A code with dots lies in what stands before each dot: US.TX.harris in US.TX and
 * US. The nation is above all of them.
 */
public final class RegionScheme {

  /** Stands for every region, programme or cause. */
  public static final String ALL = "ALL";

  /** Codes come again and again; a bound, should somebody send what is no code. */
  private static final int REMEMBERED = 200_000;

  private final int[] lengths;
  private final Map<String, List<String>> remembered = new HashMap<>();

  /**
   * A scheme.
   *
   * @param lengths of the codes above the lowest level, ascending: 2, 4, 6, 9 in China
   */
  public RegionScheme(List<Integer> lengths) {
    this.lengths = lengths.stream().mapToInt(Integer::intValue).toArray();
    for (int i = 0; i < this.lengths.length; i++) {
      if (this.lengths[i] <= (i == 0 ? 0 : this.lengths[i - 1])) {
        throw new IllegalArgumentException("levels of regions must ascend: " + lengths);
      }
    }
  }

  /** The region and all above it: the nation first, the region itself last. */
  public List<String> levels(String region) {
    List<String> levels = remembered.get(region);
    if (levels == null) {
      if (remembered.size() >= REMEMBERED) {
        remembered.clear();
      }
      levels = cut(region);
      remembered.put(region, levels);
    }
    return levels;
  }

  private List<String> cut(String region) {
    List<String> levels = new ArrayList<>(lengths.length + 2);
    levels.add(ALL);
    if (region.indexOf('.') >= 0) {
      for (int dot = region.indexOf('.'); dot > 0; dot = region.indexOf('.', dot + 1)) {
        levels.add(region.substring(0, dot));
      }
    } else {
      for (int i = 0; i < lengths.length && lengths[i] < region.length(); i++) {
        levels.add(region.substring(0, lengths[i]));
      }
    }
    levels.add(region);
    // Whoever calls a region ALL means the nation, and it counts once.
    return region.equals(ALL) ? List.of(ALL) : levels.stream().distinct().toList();
  }
}
