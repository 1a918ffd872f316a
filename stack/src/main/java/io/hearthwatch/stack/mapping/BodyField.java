package io.hearthwatch.stack.mapping;

/**
 * A field of a body.
 *
 * @param name as in the contract
 * @param kind what it holds
 * @param optional may be empty, and is then absent
 * @param defaultText what the contract assumes when it is not given; null where it must be given
 */
record BodyField(String name, ValueKind kind, boolean optional, String defaultText) {

  boolean required() {
    return !optional && defaultText == null;
  }
}
