namespace Shop.Data;

/// <summary>The tables and what is in stock at first. Money is in cents.</summary>
internal static class Schema
{
    public const string Create = """
        create table if not exists products (
            id integer primary key, name text not null, price_cents integer not null, stock integer not null);
        create table if not exists orders (
            id integer primary key, customer text not null, total_cents integer not null, status text not null);
        create table if not exists order_lines (
            order_id integer not null references orders, product_id integer not null references products,
            quantity integer not null);
        create table if not exists payments (
            id integer primary key, order_id integer not null references orders, amount_cents integer not null,
            authorization_code text not null);
        insert or ignore into products (id, name, price_cents, stock) values
            (1, 'Teapot', 3490, 100000),
            (2, 'Kettle', 5900, 100000),
            (3, 'Samovar', 24900, 100000),
            (4, 'Jasmine tea, 100 g', 790, 100000),
            (5, 'Golden cup', 99900, 0);
        """;
}
