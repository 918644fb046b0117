-- What a BI tool may read: ops/mysql/BI.md explains every column. The names of these views and columns are a promise;
-- tables may change, views keep answering. A view of ours is called bi_..., which is how create-users.sh finds what
-- to show to the BI user. They show no person: neither unit_head, statistics_officer, filler and filler_phone nor texts
-- and file names an enterprise typed, in which persons may be named. They have no order, and their conditions on period
-- and enterprise_id reach the indexes of the tables.

-- One row per accepted report. Region, industry and tier are those of the roster of the period; where a period was
-- never worked off and so has no roster, region and industry are those of the register today, and the tier is null.
CREATE VIEW bi_enterprise_month AS
SELECT
  r.period,
  CAST(CONCAT(r.period, '-01') AS DATE) AS month_start,
  r.enterprise_id,
  e.credit_code,
  e.name AS enterprise_name,
  city.code AS city_code,
  city.name AS city_name,
  city.name_en AS city_name_en,
  county.code AS county_code,
  county.name AS county_name,
  county.name_en AS county_name_en,
  section.code AS section_code,
  section.name AS section_name,
  section.name_en AS section_name_en,
  division.code AS division_code,
  division.name AS division_name,
  division.name_en AS division_name_en,
  o.tier,
  o.duty,
  r.submission_id,
  r.is_above_scale,
  r.operating_status,
  r.gross_industrial_output_m,
  r.gross_industrial_output_m_ly,
  r.gross_industrial_output_ytd,
  r.gross_industrial_output_ytd_ly,
  r.export_delivery_value_ytd,
  r.export_delivery_value_ytd_ly,
  r.electricity_consumption_ytd,
  r.electricity_consumption_ytd_ly,
  r.capacity_utilization_rate_m,
  r.capacity_utilization_rate_m_ly,
  r.operating_revenue_m,
  r.operating_revenue_m_ly,
  r.operating_revenue_ytd,
  r.operating_revenue_ytd_ly,
  r.operating_cost_ytd,
  r.operating_cost_ytd_ly,
  r.rd_expenses_ytd,
  r.rd_expenses_ytd_ly,
  r.total_profit_ytd,
  r.total_profit_ytd_ly,
  r.net_profit_ytd,
  r.net_profit_ytd_ly,
  r.taxes_paid_ytd,
  r.taxes_paid_ytd_ly,
  r.new_orders_ytd,
  r.new_orders_ytd_ly,
  r.orders_on_hand_eop,
  r.orders_on_hand_eop_ly,
  r.fixed_asset_investment_ytd,
  r.fixed_asset_investment_ytd_ly,
  r.new_equity_financing_ytd,
  r.total_assets_eop,
  r.total_assets_eop_ly,
  r.total_liabilities_eop,
  r.total_liabilities_eop_ly,
  r.accounts_receivable_eop,
  r.accounts_receivable_eop_ly,
  r.overdue_receivables_eop,
  r.inventories_eop,
  r.inventories_eop_ly,
  r.bank_loan_balance_eop,
  r.bank_loan_balance_eop_ly,
  r.employees_end_eop,
  r.employees_end_eop_ly,
  r.rd_personnel_eop,
  r.rd_personnel_eop_ly,
  r.invention_grants_ytd,
  r.invention_grants_ytd_ly,
  r.valid_invention_patents_eop,
  r.valid_invention_patents_eop_ly,
  r.q_business_climate,
  r.q_next_month,
  r.q_domestic_orders,
  r.q_export_orders,
  r.q_liquidity_tight,
  r.q_labour_short
FROM monthly_report r
JOIN enterprise e ON e.id = r.enterprise_id
LEFT JOIN roster o ON o.period = r.period AND o.enterprise_id = r.enterprise_id
LEFT JOIN region city ON city.code = CASE WHEN o.period IS NULL THEN e.city_code ELSE o.city_code END
LEFT JOIN region county ON county.code = CASE WHEN o.period IS NULL THEN e.county_code ELSE o.county_code END
LEFT JOIN industry division
  ON division.code = CASE WHEN o.period IS NULL THEN SUBSTRING(e.industry_code, 1, 2) ELSE o.division_code END
LEFT JOIN industry section
  ON section.code = CASE WHEN o.period IS NULL THEN division.section_code ELSE o.section_code END;

-- One row per enterprise on the roster of a period: whether it owes a report, and how far that has come.
CREATE VIEW bi_standing AS
SELECT
  o.period,
  CAST(CONCAT(o.period, '-01') AS DATE) AS month_start,
  o.enterprise_id,
  e.credit_code,
  e.name AS enterprise_name,
  o.city_code,
  city.name AS city_name,
  city.name_en AS city_name_en,
  o.county_code,
  county.name AS county_name,
  county.name_en AS county_name_en,
  o.section_code,
  section.name AS section_name,
  section.name_en AS section_name_en,
  o.division_code,
  division.name AS division_name,
  division.name_en AS division_name_en,
  o.tier,
  o.duty,
  CASE
    WHEN o.duty = 'EXEMPT' THEN 'EXEMPT'
    WHEN r.period IS NOT NULL THEN 'ACCEPTED'
    WHEN s.state IS NULL THEN 'SILENT'
    ELSE s.state
  END AS standing,
  s.id AS latest_submission_id,
  s.version_no AS latest_version_no,
  s.state AS latest_state,
  s.late AS latest_late,
  s.received_at AS latest_received_at
FROM roster o
JOIN enterprise e ON e.id = o.enterprise_id
LEFT JOIN monthly_report r ON r.enterprise_id = o.enterprise_id AND r.period = o.period
LEFT JOIN submission s ON s.enterprise_id = o.enterprise_id AND s.period = o.period
  AND s.version_no = (
    SELECT MAX(x.version_no) FROM submission x WHERE x.enterprise_id = o.enterprise_id AND x.period = o.period)
LEFT JOIN region city ON city.code = o.city_code
LEFT JOIN region county ON county.code = o.county_code
LEFT JOIN industry section ON section.code = o.section_code
LEFT JOIN industry division ON division.code = o.division_code;

-- One row per period, city and tier: how many enterprises stand where. Counts, so that any selection can be added up.
CREATE VIEW bi_coverage AS
SELECT
  b.period,
  b.month_start,
  b.city_code,
  b.city_name,
  b.city_name_en,
  b.tier,
  COUNT(CASE WHEN b.duty = 'DUE' THEN 1 END) AS firms_due,
  COUNT(CASE WHEN b.standing = 'EXEMPT' THEN 1 END) AS firms_exempt,
  COUNT(CASE WHEN b.standing = 'ACCEPTED' THEN 1 END) AS firms_accepted,
  COUNT(CASE WHEN b.standing = 'HELD' THEN 1 END) AS firms_held,
  COUNT(CASE WHEN b.standing = 'RETURNED' THEN 1 END) AS firms_returned,
  COUNT(CASE WHEN b.standing = 'RECEIVED' THEN 1 END) AS firms_received,
  COUNT(CASE WHEN b.standing = 'SILENT' THEN 1 END) AS firms_silent
FROM bi_standing b
GROUP BY b.period, b.month_start, b.city_code, b.city_name, b.city_name_en, b.tier;

-- One row per report that came in, every version, duplicates and reports of strangers included.
CREATE VIEW bi_submission AS
SELECT
  s.id AS submission_id,
  s.period,
  s.counted_in,
  s.enterprise_id,
  e.credit_code,
  e.name AS enterprise_name,
  e.city_code,
  city.name AS city_name,
  city.name_en AS city_name_en,
  s.version_no,
  s.state,
  s.late,
  s.received_at,
  s.duplicate_of,
  f.channel
FROM submission s
JOIN intake_file f ON f.id = s.file_id
LEFT JOIN enterprise e ON e.id = s.enterprise_id
LEFT JOIN region city ON city.code = e.city_code;

-- One row per rule a report broke. Not the message and the cell: they quote what the enterprise typed.
CREATE VIEW bi_violation AS
SELECT
  v.submission_id,
  v.seq AS violation_no,
  s.period,
  s.counted_in,
  s.enterprise_id,
  s.version_no,
  s.state,
  v.rule_code,
  v.severity,
  v.explained
FROM violation v
JOIN submission s ON s.id = v.submission_id;

-- One row per period, group and indicator, with the names of the group.
CREATE VIEW bi_indicator AS
SELECT
  v.period,
  CAST(CONCAT(v.period, '-01') AS DATE) AS month_start,
  v.grouping_code,
  v.member AS member_code,
  g.code AS region_code,
  g.name AS region_name,
  g.name_en AS region_name_en,
  i.code AS industry_code,
  i.name AS industry_name,
  i.name_en AS industry_name_en,
  CASE v.grouping_code WHEN 'TIER' THEN v.member WHEN 'CITY_TIER' THEN SUBSTRING(v.member, 8) END AS tier,
  v.indicator AS indicator_code,
  v.amount,
  v.numerator,
  v.denominator,
  v.firms,
  v.outcome
FROM indicator_value v
LEFT JOIN region g ON g.code = CASE v.grouping_code
  WHEN 'PROVINCE' THEN v.member
  WHEN 'CITY' THEN v.member
  WHEN 'COUNTY' THEN v.member
  WHEN 'CITY_TIER' THEN SUBSTRING(v.member, 1, 6) END
LEFT JOIN industry i ON i.code = CASE v.grouping_code WHEN 'SECTION' THEN v.member WHEN 'DIVISION' THEN v.member END;

-- One row per period, enterprise and measure that has a yearly target.
CREATE VIEW bi_target_flag AS
SELECT
  f.period,
  CAST(CONCAT(f.period, '-01') AS DATE) AS month_start,
  f.enterprise_id,
  e.credit_code,
  e.name AS enterprise_name,
  o.city_code,
  city.name AS city_name,
  city.name_en AS city_name_en,
  o.section_code,
  section.name AS section_name,
  section.name_en AS section_name_en,
  o.tier,
  f.measure,
  f.level AS flag_level,
  f.state AS flag_state,
  f.months_flagged,
  f.target AS target_of_year,
  f.path AS target_to_date,
  f.path_basis,
  f.actual AS actual_to_date,
  f.gap,
  f.pace,
  f.months_behind
FROM target_flag f
JOIN enterprise e ON e.id = f.enterprise_id
LEFT JOIN roster o ON o.period = f.period AND o.enterprise_id = f.enterprise_id
LEFT JOIN region city ON city.code = o.city_code
LEFT JOIN industry section ON section.code = o.section_code;
