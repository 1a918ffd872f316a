package io.hearthwatch.simulation;

/**
 * A county by its code in the national statistical division codes of 2023.
 *
 * @param code 6 digits
 * @param name in Chinese
 */
record County(String code, String name) {

  String city() {
    return code.substring(0, 4);
  }

  String province() {
    return code.substring(0, 2);
  }
}
