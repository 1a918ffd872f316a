/**
 * Turns the files that departments send into events, by a mapping that is data: {@code
 * MappingReader} reads it, {@code MappingCompiler} checks it against the columns of the files,
 * {@code RowMapping} maps a row, {@code CsvImport} runs them all. See docs/import.md.
 */
package io.hearthwatch.stack.mapping;
