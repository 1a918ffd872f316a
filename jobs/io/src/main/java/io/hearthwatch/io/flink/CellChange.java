package io.hearthwatch.io.flink;

import io.hearthwatch.domain.relief.Cell;
import io.hearthwatch.domain.relief.CellTally;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** What a cell's figures change by, on its way to where they are added up. */
public record CellChange(Cell cell, CellTally change) {

  /** How it is serialized between tasks. */
  public static TypeInformation<CellChange> typeInformation() {
    return new OneSerializerType<>(CellChange.class, new CellChangeSerializer());
  }
}
