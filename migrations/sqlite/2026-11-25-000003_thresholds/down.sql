DELETE FROM counters WHERE name IN ('policy_changes', 'policy_terms');
DROP TABLE policy_changes;
DROP TABLE policy_approvals;
DROP TABLE policy_announcements;
DROP TABLE policy_terms;
