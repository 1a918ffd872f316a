package io.hearthwatch.io.tables;

import java.util.List;

/** A risk alert cut into rows; they are written together or not at all. */
public record AlertRows(
    CaseChangeRow change, List<HitRow> hits, List<EvidenceRow> evidence, List<RecordRow> records) {}
