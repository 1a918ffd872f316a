package io.hearthwatch.stack.mapping;

import java.nio.charset.Charset;

/**
 * How a file is written.
 *
 * @param delimiter between values
 * @param quote around values, or null when quotes mean nothing
 * @param escape before a special character, or null; a doubled quote always works
 * @param comment starts a line to be skipped, or null
 * @param charset of the text
 * @param header the first row holds the column names
 * @param skipLines lines before the first row, such as a title
 * @param trim spaces around values do not belong to them
 */
record CsvFormat(
    String delimiter,
    Character quote,
    Character escape,
    Character comment,
    Charset charset,
    boolean header,
    int skipLines,
    boolean trim) {}
