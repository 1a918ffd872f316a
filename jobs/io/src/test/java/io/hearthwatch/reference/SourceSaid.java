package io.hearthwatch.reference;

import java.time.LocalDate;

/** A source said through which day it is complete for all regions with a prefix. */
public record SourceSaid(String source, String regionPrefix, LocalDate completeThrough) {}
