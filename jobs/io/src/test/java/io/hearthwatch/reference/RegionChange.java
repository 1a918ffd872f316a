package io.hearthwatch.reference;

import java.time.LocalDate;

/** A code of a region that became another from a day on, as plain data. */
public record RegionChange(LocalDate from, String was, String now) {}
