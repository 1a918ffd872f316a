package io.hearthwatch.stack.mapping;

/**
 * Reads a number of the mapping that has bounds.
 *
 * @param least reported and returned when it is not met
 */
record WholeNumber(Problems problems, int least, int most) {

  int read(Text text) {
    try {
      int number = Integer.parseInt(text.value());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Reported below, together with the bounds.
    }
    problems.at(
        text.line(), "'" + text.value() + "' is no whole number of " + least + " to " + most);
    return least;
  }
}
