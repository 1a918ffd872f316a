package io.hearthwatch.cli;

import java.util.HashMap;
import java.util.Map;

/**
 * What indicators, limits, units and reasons are called. A name without an entry stands for itself.
 */
final class Words {

  private static final Map<String, String[]> WORDS = new HashMap<>();

  static {
    word("medical", "自付医疗费用", "self-paid medical");
    word("member.medical", "成员自付医疗费用", "the member's self-paid medical");
    word("rigid", "刚性支出", "rigid expenditure");
    word("income", "家庭收入", "income");
    word("earlierIncome", "此前收入", "income of the months before");
    word("member.incomeAtDeath", "去世时该成员收入", "the member's income before death");
    word("member.householdIncomeAtDeath", "去世时家庭收入", "the household's income before the death");
    word("members", "家庭人口", "members");
    word("medicalBillsOverLines", "大额医疗账单数", "large medical bills");
    word("severeImpacts", "严重受灾次数", "disasters with severe loss");
    word("received", "进账", "received");
    word("spent", "支出", "spent");
    word("happened.member_died", "成员去世", "death of the member");
    word("happened.disability_graded", "残疾评定", "grading of the disability");
    word("happened.accident_happened", "意外事故", "accident");
    word("happened.class_ended", "救助类别终止", "end of the class");
    word("income-unknown", "收入未知", "income is not known");
    word("members-unknown", "人口未知", "number of members is not known");
    word("parameter-missing", "无适用参数", "no value of the parameter is in force");
    word("source-incomplete", "数据源未报全", "the source has not told everything yet");
    word(
        "not-kept",
        "所需数据部分已过保留期，金额可能偏低，最早保留日",
        "some of it is not kept any more, sums may be too low; kept since");
    word("overflow", "数值溢出", "a sum is too large");
    word("spending", "全部支出", "all expenditure");
    word("earlierRigid", "上年同期刚性支出", "rigid expenditure a year before");
    word("educationUpTo", "教育支出（不超过公办标准）", "schooling costs up to public fees");
    word("leastIncome", "最低月收入", "smallest monthly income");
    word("paid", "已发救助金", "paid");
    word("graceMonth", "渐退期月次", "month of grace");
    word("benefitBeforeGrace", "渐退前一月救助金", "benefit of the month before grace");
    word("workers", "就业人数", "members who work");
    word("otherWorkers", "非残疾、非老年就业人数", "other members who work");
    word("disabledMembers", "残疾人数", "disabled members");
    word("member.ageOn", "年龄", "age");
    word("member.paidAfterDeath", "去世后发放", "paid after the death");
    word("member.paidAfterLeaving", "离开后发放", "paid after leaving");
    word("grant.excess", "重复发放", "paid twice");
    word("assets", "金融资产", "financial assets");
    word("vehicleValue", "车辆价值", "value of cars");
    word("dwellings", "住房套数", "dwellings");
    word("utilityReadings", "抄表天数", "days with a reading");
    word("utilityReadingsAfter", "此后抄表天数", "days with a reading since");
    word("unpaidUtilityBills", "欠费账单数", "open bills");
    word("powerUse", "用电量（瓦时）", "power used (Wh)");
    word("earlierPowerUse", "上年同期用电量（瓦时）", "power used a year before (Wh)");
    word("waterUse", "用水量（升）", "water used (litres)");
    word("earlierWaterUse", "上年同期用水量（升）", "water used a year before (litres)");
    word("feed.completeThrough", "距数据报全日", "since the day it is complete through");
    word("feed.silentDays", "无新报送", "without anything new");
    word("happened.diagnosis_made", "确诊", "diagnosis");
    word("happened.insurance_changed", "参保变动", "change of insurance");
    word("happened.disaster_impact", "受灾", "disaster");
    word("happened.employment_changed", "就业变动", "change of work");
    word("happened.school_status_changed", "学籍变动", "change of schooling");
    word("happened.dwelling_graded", "住房鉴定", "grading of the home");
    word("happened.utility_used", "水电读数", "reading of power or water");
    word("happened.member_joined", "成员加入", "joining of the member");
    word("happened.member_left", "成员离开", "leaving of the member");
    word("happened.class_recognised", "类别认定", "recognition of the class");
    word("happened.grant_approved", "救助核准", "grant");
    word("happened.payment_made", "发放", "payment");
    word("happened.review_done", "复核", "review");
    word("age-unknown", "年龄未知", "age is not known");
    word("spending-unknown", "生活支出未知", "living costs are not known");
    word("benefit-unknown", "原救助金未知", "the benefit before grace is not known");
    word("exclude", "互斥", "exclude each other");
    word("higher-of", "就高", "only the higher");
    word("same-cause-once", "同一事由一次", "once for a cause");
    word("variant.income", "按收入", "income");
    word("variant.expenditure", "按支出", "expenditure");
    word("variant.grace", "渐退期", "grace period");
    word("variant.income-in-grace", "渐退期内按收入", "income, in the grace period");
    word("people", "人", "people");
    word("count", "", "");
    word("fen a month", "元/月", "a month");
    word("fen a year", "元/年", "a year");
    word("fen", "元", "");
    word("percent", "%", "%");
    word("days", "天", "days");
    word("months", "个月", "months");
    word("hours", "小时", "hours");
    word("urban", "城镇", "urban");
    word("rural", "农村", "rural");
    word("RED", "红色", "RED");
    word("ORANGE", "橙色", "ORANGE");
    word("YELLOW", "黄色", "YELLOW");
    word("BLUE", "蓝色", "BLUE");
    word("OPEN", "待处理", "open");
    word("ACCEPTED", "已受理", "accepted");
    word("CLOSED", "已结案", "closed");
    word("WITHDRAWN", "已撤回", "withdrawn");
    word("transition.OPENED", "开案", "opened");
    word("transition.REOPENED", "重启", "reopened");
    word("transition.RAISED", "升级", "raised");
    word("transition.LOWERED", "降级", "lowered");
    word("transition.UPDATED", "更新", "updated");
    word("transition.ACCEPTED", "受理", "accepted");
    word("transition.CLOSED", "结案", "closed");
    word("transition.WITHDRAWN", "撤回", "withdrawn");
    word("relief.ALL", "合计", "all");
    word("relief.none", "其余", "all others");
    word("relief.dibao", "低保", "subsistence allowance (dibao)");
    word("relief.tekun", "特困", "extreme poverty support (tekun)");
    word("relief.marginal", "低保边缘", "marginal");
    word("relief.rigid", "刚性支出困难", "rigid-expenditure hardship");
    word("relief.monitored", "防返贫监测", "monitored against return to poverty");
    word("relief.other-low-income", "其他困难", "other low-income");
    word("relief.medical-aid", "医疗救助", "medical aid");
    word("relief.temporary-relief", "临时救助", "temporary relief");
    word("relief.education-aid", "教育救助", "education aid");
    word("relief.housing-aid", "住房救助", "housing aid");
    word("relief.disaster-emergency", "应急救助", "disaster emergency relief");
    word("relief.disaster-transition", "过渡期生活救助", "disaster transition relief");
    word("relief.disability-hardship", "困难残疾人生活补贴", "disability hardship subsidy");
    word("relief.disability-nursing", "重度残疾人护理补贴", "disability nursing subsidy");
    word("relief.charity", "慈善帮扶", "charity");
    word("relief.orphan", "孤儿基本生活保障", "orphans' allowance");
    word("relief.elderly-nursing", "老年人护理补贴", "nursing subsidy for the elderly");
    word("relief.work-injury-nursing", "工伤生活护理费", "nursing allowance after an injury at work");
    word("stage.kindergarten", "幼儿园", "kindergarten");
    word("stage.primary", "小学", "primary");
    word("stage.junior", "初中", "junior");
    word("stage.senior", "普通高中", "senior");
    word("stage.vocational", "中等职业学校", "vocational");
    word("stage.university", "高等学校", "university");
    word("relief.illness", "因病", "illness");
    word("relief.disability", "因残", "disability");
    word("relief.schooling", "因学", "schooling");
    word("relief.disaster", "因灾", "disaster");
    word("relief.accident", "意外事故", "accident");
    word("relief.job-loss", "失业", "job loss");
    word("relief.death", "家人去世", "death");
    word("relief.harvest", "歉收", "poor harvest");
    word("relief.marriage", "婚姻", "marriage");
    word("relief.birth", "生育", "birth");
    word("relief.prison", "服刑", "prison");
    word("relief.move", "迁移", "moving");
    word("relief.split", "分户", "split of the household");
    word("relief.merger", "并户", "merger of households");
    word("relief.poverty", "长期贫困", "poverty");
    word("relief.no-labour-ability", "无劳动能力", "no labour ability");
    word("relief.other", "其他", "other");
    word("relief.not-told", "未说明", "not told");
    word("reconcile.statistics_tables", "统计：主题与数据库", "statistics: the topic and the database");
    word("reconcile.statistics_tables.one", "主题", "topic");
    word("reconcile.statistics_tables.other", "数据库", "database");
    word("reconcile.statements_tables", "救助清单：主题与数据库", "statements: the topic and the database");
    word("reconcile.statements_tables.one", "主题", "topic");
    word("reconcile.statements_tables.other", "数据库", "database");
    word("reconcile.programmes", "各项目之和与合计", "all programmes, and the sum of each");
    word("reconcile.programmes.one", "合计", "all");
    word("reconcile.programmes.other", "各项目之和", "sum");
    word("reconcile.causes", "各原因之和与合计", "all causes, and the sum of each");
    word("reconcile.causes.one", "合计", "all");
    word("reconcile.causes.other", "各原因之和", "sum");
    word("reconcile.months", "本年累计与各月之和", "the year to date, and the sum of its months");
    word("reconcile.months.one", "累计", "year to date");
    word("reconcile.months.other", "各月之和", "sum");
    word("reconcile.regions", "上级区划与下级之和", "each region, and the sum of those below it");
    word("reconcile.regions.one", "本级", "region");
    word("reconcile.regions.other", "下级之和", "sum");
    word("reconcile.ledger_months", "月度统计与事件重算", "figures of months, and the events counted anew");
    word("reconcile.ledger_months.one", "统计", "figures");
    word("reconcile.ledger_months.other", "重算", "counted anew");
    word(
        "reconcile.ledger_years",
        "本年累计与事件重算",
        "figures of the year to date, and the events counted anew");
    word("reconcile.ledger_years.one", "统计", "figures");
    word("reconcile.ledger_years.other", "重算", "counted anew");
    word(
        "reconcile.ledger_disasters",
        "灾害统计与事件重算",
        "figures of disasters, and the events counted anew");
    word("reconcile.ledger_disasters.one", "统计", "figures");
    word("reconcile.ledger_disasters.other", "重算", "counted anew");
    word("reconcile.ledger_statements", "救助清单与事件重算", "statements, and the events counted anew");
    word("reconcile.ledger_statements.one", "清单", "statement");
    word("reconcile.ledger_statements.other", "重算", "counted anew");
    word(
        "reconcile.statements_statistics",
        "全部清单之和与全国统计",
        "all statements together, and the nation's figures");
    word("reconcile.statements_statistics.one", "清单", "statements");
    word("reconcile.statements_statistics.other", "统计", "figures");
    word("department.civil-affairs", "民政", "civil-affairs");
    word("department.public-security", "公安", "public-security");
    word("department.medical-insurance", "医保", "medical-insurance");
    word("department.human-resources", "人社", "human-resources");
    word("department.education", "教育", "education");
    word("department.housing", "住建", "housing");
    word("department.disabled-federation", "残联", "disabled-federation");
    word("department.emergency", "应急", "emergency");
    word("department.rural-revitalisation", "乡村振兴", "rural-revitalisation");
    word("department.utilities", "水电燃气", "utilities");
    word("department.finance", "金融", "finance");
    word("department.charity", "慈善", "charity");
    word("department.data-office", "数据管理", "data-office");
    word("department.own", "报送该记录的部门", "whoever told of the record");
    word("rule.name", "名称", "name");
    word("rule.category", "类别", "category");
    word("rule.scope", "逐一核查对象", "asked of");
    word("rule.when", "触发条件", "condition");
    word("rule.measure", "衡量指标", "measure");
    word("rule.urgencies", "紧急程度", "urgency");
    word("rule.departments", "通知部门", "goes to");
    word("rule.clearedBy", "须报全的部门", "sources that must be complete");
    word("rule.raise", "上调", "raises");
    word("rule.clears", "解除条件", "what clears it");
    word("rule.source", "数字来源", "source");
    word("parameter.unit", "单位", "unit");
    word("parameter.title", "名称", "title");
    word("parameter.question", "问题", "question");
    word("scope.household", "每户家庭", "each household");
    word("scope.member", "每名成员", "each member");
    word("scope.source", "每个数据源在每个地区的报送", "each feed of a source in a region");
    word("scope.grant", "每项救助核准", "each grant");
    word("scope.impact", "每次受灾", "each disaster that struck it");
    word("scope.referral", "每次转介", "each referral");
    word("scope.accident", "每起意外事故", "each accident");
    word("event.INCOME_RECEIVED", "收入", "income received");
    word("event.EXPENSE_INCURRED", "支出", "expense incurred");
    word("event.DIAGNOSIS_MADE", "诊断", "diagnosis made");
    word("event.DISABILITY_GRADED", "残疾评定", "disability graded");
    word("event.INSURANCE_CHANGED", "参保变动", "insurance changed");
    word("event.ACCIDENT_HAPPENED", "意外事故", "accident happened");
    word("event.DISASTER_IMPACT", "家庭受灾", "disaster impact");
    word("event.DISASTER_REPORTED", "灾情上报", "disaster reported");
    word("event.EMPLOYMENT_CHANGED", "就业变动", "employment changed");
    word("event.SCHOOL_STATUS_CHANGED", "就学变动", "school status changed");
    word("event.DWELLING_GRADED", "住房鉴定", "dwelling graded");
    word("event.PROPERTY_DECLARED", "财产申报", "property declared");
    word("event.UTILITY_USED", "水电燃气使用", "utility used");
    word("event.MEMBER_JOINED", "成员加入", "member joined");
    word("event.MEMBER_LEFT", "成员离开", "member left");
    word("event.MEMBER_DIED", "成员去世", "member died");
    word("event.HOUSEHOLD_REGISTERED", "家庭登记", "household registered");
    word("event.HOUSEHOLD_MOVED", "家庭迁移", "household moved");
    word("event.HOUSEHOLD_SPLIT", "家庭分户", "household split");
    word("event.HOUSEHOLD_MERGED", "家庭并户", "household merged");
    word("event.CLASS_RECOGNISED", "类别认定", "class recognised");
    word("event.CLASS_ENDED", "类别终止", "class ended");
    word("event.APPLICATION_MADE", "提出申请", "application made");
    word("event.GRANT_APPROVED", "救助核准", "grant approved");
    word("event.PAYMENT_MADE", "资金发放", "payment made");
    word("event.REVIEW_DONE", "复核", "review done");
    word("event.VISIT_DONE", "入户走访", "visit done");
    word("event.REFERRAL_ANSWERED", "转介反馈", "referral answered");
    word("category.medical", "医疗", "medical");
    word("category.disability", "残疾", "disability");
    word("category.income", "收入", "income");
    word("category.expenditure", "支出", "expenditure");
    word("category.education", "教育", "education");
    word("category.housing", "住房", "housing");
    word("category.disaster", "灾害", "disaster");
    word("category.shock", "突发变故", "shock");
    word("category.sign-of-life", "生活迹象", "sign of life");
    word("category.missed", "救助遗漏", "missed");
    word("category.duplicate", "重复救助", "duplicate");
    word("category.exit", "退出", "exit");
    word("category.watch", "跟踪监测", "watch");
    word("category.review", "到期复核", "review");
    word("category.process", "办理时限", "process");
    word("category.rural", "防止返贫", "rural");
    word("category.data", "数据", "data");
    word("rule.families", "规则族", "families");
    word("rule.tiers", "级数", "tiers");
    word("cause.event", "事件", "event");
    word("cause.deadline", "期限", "deadline");
    word("cause.inquiry", "集中复评", "inquiry");
    word("cause.elsewhere", "其他家庭的事件", "another household's event");
    word("cause.completeness", "数据报全至", "complete through");
  }

  private Words() {}

  static String of(String name, Language language) {
    String[] word = WORDS.get(name);
    return word == null ? name : language.of(word[0], word[1]);
  }

  /** The same, with what stands for a name without an entry. */
  static String of(String name, Language language, String otherwise) {
    String[] word = WORDS.get(name);
    return word == null ? otherwise : language.of(word[0], word[1]);
  }

  private static void word(String name, String zh, String en) {
    WORDS.put(name, new String[] {zh, en});
  }
}
