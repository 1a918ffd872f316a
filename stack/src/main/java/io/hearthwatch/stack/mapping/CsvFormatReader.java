package io.hearthwatch.stack.mapping;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;

/** Reads a {@code format} block; what it leaves out is as in the mapping's own block. */
final class CsvFormatReader {

  private static final CsvFormat USUAL =
      new CsvFormat(",", '"', null, null, StandardCharsets.UTF_8, true, 0, false);

  private final Problems problems;

  CsvFormatReader(Problems problems) {
    this.problems = problems;
  }

  CsvFormat read(Section section, CsvFormat outer) {
    CsvFormat base = outer == null ? USUAL : outer;
    if (section == null) {
      return base;
    }
    CsvFormat format =
        new CsvFormat(
            delimiter(section.optional("delimiter"), base.delimiter()),
            character(section.optional("quote"), base.quote()),
            character(section.optional("escape"), base.escape()),
            character(section.optional("comment"), base.comment()),
            charset(section.optional("charset"), base.charset()),
            flag(section.optional("header"), base.header()),
            skipLines(section.optional("skipLines"), base.skipLines()),
            flag(section.optional("trim"), base.trim()));
    section.refuseOthers();
    String delimiter = format.delimiter();
    if (format.quote() != null && delimiter.indexOf(format.quote()) >= 0) {
      problems.at(section.line(), "quote and delimiter are the same character");
    }
    return format;
  }

  private String delimiter(Text text, String base) {
    if (text == null) {
      return base;
    }
    String delimiter = text.value().equals("tab") ? "\t" : text.value();
    if (delimiter.isEmpty() || delimiter.contains("\n") || delimiter.contains("\r")) {
      problems.at(text.line(), "delimiter must be a character, or tab");
      return base;
    }
    return delimiter;
  }

  private Character character(Text text, Character base) {
    if (text == null) {
      return base;
    }
    if (text.value().equals("none")) {
      return null;
    }
    if (text.value().length() != 1) {
      problems.at(text.line(), "quote, escape and comment are one character each, or none");
      return base;
    }
    return text.value().charAt(0);
  }

  private Charset charset(Text text, Charset base) {
    if (text == null) {
      return base;
    }
    try {
      return Charset.forName(text.value());
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      problems.at(text.line(), "no charset is called '" + text.value() + "'; try UTF-8 or GB18030");
      return base;
    }
  }

  private boolean flag(Text text, boolean base) {
    if (text == null) {
      return base;
    }
    if (!text.value().equals("true") && !text.value().equals("false")) {
      problems.at(text.line(), "'" + text.value() + "' is neither true nor false");
    }
    return text.value().equals("true");
  }

  private int skipLines(Text text, int base) {
    return text == null ? base : new WholeNumber(problems, 0, 1000).read(text);
  }
}
