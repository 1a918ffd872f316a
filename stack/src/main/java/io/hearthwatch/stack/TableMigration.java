package io.hearthwatch.stack;

import io.hearthwatch.io.tables.Migrations;

/** Brings the tables to the newest version. */
public final class TableMigration implements Provisioning {

  @Override
  public String title() {
    return "tables";
  }

  @Override
  public void run(StackAddresses at) throws Exception {
    Migrations.migrate(at.jdbcUrl());
  }
}
