-- The role the program works as. On the built-in server it exists before the first migration; on a server of your own
-- the owner makes it here (needs CREATEROLE) unless an administrator has made it already. It owns nothing and may do
-- only what the later files grant, table by table.
do $$
begin
    if not exists (select from pg_roles where rolname = 'lianqiao_app') then
        create role lianqiao_app nologin;
        execute format('grant lianqiao_app to %I', current_user);
    end if;
end
$$;

grant usage on schema public to lianqiao_app;
