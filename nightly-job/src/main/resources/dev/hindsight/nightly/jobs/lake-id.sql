ALTER TABLE hindsight_repository ADD COLUMN lake_id VARCHAR;
