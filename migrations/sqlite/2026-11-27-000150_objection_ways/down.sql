DROP TABLE objection_ways;
