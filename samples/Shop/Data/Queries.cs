using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Shop.Data;

/// <summary>Commands with their parameters in one expression.</summary>
internal static class Queries
{
    public static SqliteCommand Command(
        this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = connection.CreateCommand();
        // The connection's open transaction, if any, is the command's: SqliteConnection.CreateCommand sees to it.
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        return command;
    }

    public static async Task<int> Execute(this SqliteCommand command, CancellationToken cancellation)
    {
        await using (command)
            return await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The first column of the first row; null when there is no row.</summary>
    public static async Task<int?> Number(this SqliteCommand command, CancellationToken cancellation)
    {
        await using (command)
            return await command.ExecuteScalarAsync(cancellation) is long number ? (int)number : null;
    }

    public static async Task<List<TRow>> Rows<TRow>(
        this SqliteCommand command, Func<DbDataReader, TRow> read, CancellationToken cancellation)
    {
        var rows = new List<TRow>();
        await using (command)
        {
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
                rows.Add(read(reader));
        }

        return rows;
    }
}
