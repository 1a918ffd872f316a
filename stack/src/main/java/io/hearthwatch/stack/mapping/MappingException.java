package io.hearthwatch.stack.mapping;

import java.util.List;

/** A mapping that cannot be used, with everything that is wrong in it. */
public final class MappingException extends ImportFailure {

  private static final long serialVersionUID = 1L;

  /**
   * @param problems each {@code file:line: reason}
   */
  MappingException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
  }
}
