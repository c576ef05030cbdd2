-- Every change of who has which number and device is told to every server node at its commit, whoever makes it.
CREATE FUNCTION "one_directory_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM pg_notify('one_directory', '');
	RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "users_directory_changed" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "users"
	FOR EACH STATEMENT EXECUTE FUNCTION "one_directory_changed"();
--> statement-breakpoint
CREATE TRIGGER "devices_directory_changed" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "devices"
	FOR EACH STATEMENT EXECUTE FUNCTION "one_directory_changed"();
