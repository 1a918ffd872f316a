package io.hearthwatch.assistance;

import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.wire.ReliefFigures;
import io.hearthwatch.wire.ReportedFigures;
import io.hearthwatch.wire.Statistic;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The last word of each cell that is not 0, named as the reference names it. */
final class SaidStatistics {

  private SaidStatistics() {}

  static Map<String, List<Long>> of(List<byte[]> records) throws IOException {
    SingleObject<Statistic> codec = new SingleObject<>(Statistic.class);
    Map<String, List<Long>> last = new TreeMap<>();
    for (byte[] record : records) {
      Statistic said = codec.decode(record);
      if (said.getDisasterId().isEmpty()) {
        String cell =
            String.join(
                "|",
                said.getBasis().name(),
                said.getRegion(),
                said.getProgramme(),
                said.getCause(),
                "%04d-%02d".formatted(said.getMonth() / 100, said.getMonth() % 100));
        last.put("NOW|" + cell + "|month", figures(said.getCounted()));
        last.put("NOW|" + cell + "|year", figures(said.getYearToDate()));
        last.put("ADJUSTMENT|" + cell + "|month", figures(said.getAdjusted()));
        last.put("ADJUSTMENT|" + cell + "|year", figures(said.getAdjustedYearToDate()));
      } else {
        String cell =
            String.join("|", said.getDisasterId(), said.getBasis().name(), said.getRegion());
        last.put(cell + "|counted", figures(said.getCounted()).subList(0, 5));
        last.put(cell + "|reported", reported(said.getReported()));
      }
    }
    last.values().removeIf(figures -> figures.stream().allMatch(figure -> figure == 0));
    return last;
  }

  private static List<Long> figures(ReliefFigures figures) {
    return figures == null
        ? List.of(0L, 0L, 0L, 0L, 0L, 0L, 0L)
        : List.of(
            figures.getPersonTimes(),
            figures.getPersons(),
            figures.getHouseholds(),
            figures.getGrantedFen(),
            figures.getPaidFen(),
            figures.getTakenIn(),
            figures.getExits());
  }

  private static List<Long> reported(ReportedFigures figures) {
    return figures == null
        ? List.of(0L)
        : List.of(
            figures.getAffected(),
            figures.getRelocated(),
            figures.getTakenIn(),
            figures.getHomesCollapsed(),
            figures.getHomesDamaged(),
            figures.getFundsFen(),
            figures.getLossFen());
  }
}
