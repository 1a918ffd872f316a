package io.hearthwatch.domain.policy;

import java.util.List;
import java.util.Map;

/** What a parameter says from a date on. */
public sealed interface ParameterValue {

  /**
   * One whole number in the parameter's unit.
   *
   * @param amount fen, percent, days or a count
   * @param perYear whether a line is given for a year; a month otherwise. Without meaning for
   *     others
   */
  record Number(long amount, boolean perYear) implements ParameterValue {}

  /** One whole number for each key, for instance for each class of households. */
  record Keyed(Map<String, Long> amounts) implements ParameterValue {
    public Keyed {
      amounts = Map.copyOf(amounts);
    }
  }

  /** A list of codes. */
  record Codes(List<String> codes) implements ParameterValue {
    public Codes {
      codes = List.copyOf(codes);
    }
  }

  /** How programmes go together, by pairs as {@link Compatibility#pair} names them. */
  record Pairs(Map<String, Compatibility> relations) implements ParameterValue {
    public Pairs {
      relations = Map.copyOf(relations);
    }
  }
}
