package io.hearthwatch.io.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StatisticBatchTest {

  private final StatisticBatch batch = new StatisticBatch();

  @Test
  void keepsTheNewestOfAKey() {
    batch.add(TestStatistics.row(3, 7, "36", 10));
    batch.add(TestStatistics.row(3, 8, "36", 11));
    batch.add(TestStatistics.row(3, 6, "36", 9));
    batch.add(TestStatistics.row(3, 5, "3608", 4));

    assertThat(batch.size()).isEqualTo(2);
    assertThat(batch.rows()).extracting(StatisticRow::recordOffset).containsExactly(8L, 5L);
  }

  @Test
  void takesAKeyThatMovedToAnotherPartitionAsItComes() {
    batch.add(TestStatistics.row(3, 7, "36", 10));
    batch.add(TestStatistics.row(9, 0, "36", 11));

    assertThat(batch.rows()).extracting(StatisticRow::recordOffset).containsExactly(0L);
  }

  @Test
  void theOrderIsThatOfTheKeysHoweverTheyCome() {
    List<StatisticRow> come = new ArrayList<>();
    for (String region : List.of("11", "36", "3608", "ALL")) {
      come.add(TestStatistics.row(3, come.size(), region, 1));
    }
    List<StatisticRow> sorted = List.copyOf(come);
    Random random = new Random(1);
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(come, random);
      batch.clear();
      come.forEach(batch::add);

      assertThat(batch.rows()).isEqualTo(sorted);
    }
  }
}
