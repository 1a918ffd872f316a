package io.hearthwatch.io.policy;

import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Where something stands in the files of a bundle; lines from 1. */
record Place(String file, int line) {

  static Place of(String file, Node node) {
    return new Place(file, 1 + node.getStartMark().map(Mark::getLine).orElse(0));
  }

  @Override
  public String toString() {
    return file + ":" + line;
  }
}
