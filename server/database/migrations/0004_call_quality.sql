CREATE TABLE "call_quality" (
	"user_id" text NOT NULL,
	"call_id" text NOT NULL,
	"session_id" text NOT NULL,
	"reported_at" timestamp with time zone NOT NULL,
	"summary" jsonb NOT NULL,
	CONSTRAINT "call_quality_user_id_call_id_session_id_pk" PRIMARY KEY("user_id","call_id","session_id")
);
--> statement-breakpoint
ALTER TABLE "call_quality" ADD CONSTRAINT "call_quality_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_quality" ADD CONSTRAINT "call_quality_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;